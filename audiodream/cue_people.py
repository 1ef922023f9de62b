"""Words for the sounds that people make together and by moving and breathing: rules of `cue_words`."""

from __future__ import annotations

PEOPLE: dict[str, str] = {
    "crowd-hum": """
        E hubbub babble chatter chattering
        E hum buzz drone din clamour clamor noise bustle rumble roar >crowd,audience,conversation,conversations,voices,chatter,guests,
            people,throng,spectators,talk,room
        V hum buzz throng bustle seethe thrum swarm teem <@crowd -like
        V hum buzz <conversation,conversations,voices,talk,chatter
        V chatter talk converse chat <@folk,guests,voices
        V gather assemble <crowd,audience,guests,throng
        N crowd audience throng
        V mingle <@crowd
        V talk chatter gossip jabber >once,excitedly <all,everyone,everybody,@folk,they
        V drift float spill pour waft <voices,conversation,chatter,talk,hubbub
        V carry argue quarrel <voices""",
    "murmur": """
        E murmur murmurs murmuring murmurings mutter muttering mutterings grumble
        V murmur mutter mumble grumble <@folk,voices,guests,others,men,women,they,soldiers,room
        V mutter mumble grumble -stone,stones,thunder,wheel,wheels,engine,machinery,mill,cart,wagon,sky,stomach,belly,sea,ice,mountain,
            fire,flame,flames,stove,kettle,pot,embers,wind,rain,river,brook""",
    "whispers": """
        E whispers whispering whisperings susurration susurrus susurrus
        V whisper <@person
        V whisper -of,to
        E whisper -of""",
    "gasp": """
        E gasp gasps
        V gasp
        E intake >breath""",
    "applause": """
        E applause ovation ovations plaudits clapping handclaps
        V applaud -@policy
        V clap >hands,hand,politely,wildly,loudly,slowly,together,along,madly,for <@person,@folk
        V clap <@folk,hands,they,we,everyone,everybody,people,i,she,he -back,shoulder,thunder,eyes,door,shut,irons""",
    "laughter": """
        E laughter giggle giggles giggling chuckle chuckles guffaw guffaws cackle cackles cackling laugh laughs titter titters snicker
            snickers -fiddle,violin,flute,piccolo,clarinet,oboe,bassoon
        V laugh giggle chuckle guffaw cackle snicker snigger titter chortle -fiddle,violin,flute,piccolo,clarinet,horn,oboe,bassoon,
            trumpet,brook,stream,fountain,eyes
        V burst explode dissolve collapse roar hoot howl shriek erupt >laughter,laughing,giggles,mirth,guffaws,giggling""",
    "cheer": """
        E cheer cheers cheering hurrah hurrahs huzza huzzas hooray whoop whoops whooping
        V cheer whoop -up
        V roar erupt explode scream shout yell holler bellow stamp whistle <@folk,guests,fans,stadium,theatre,theater,auditorium,
            arena,house,hall,stands,gallery,square,piazza,courtyard,ballroom,tent,stalls
        E roar >crowd,audience,approval,delight,spectators,mob
        E roar cheer shout cry >goes,went -battle,war
        V stamp whistle hoot clap <@folk
        V hoot <@person,@folk -owl,owls,train,car""",
    "crowd-stir": """
        V stir rustle shift fidget shuffle surge press sway jostle squirm lean swell part recoil scatter panic stampede churn mill
            <@folk,guests,dancers,passengers,mourners,congregation,audience -@brittle
        V rise stand <audience,crowd,congregation,everyone,everybody,guests,spectators >feet,seats,chairs,pews,one
        E stir stirring commotion unrest restlessness >audience,crowd,hall,room,seats,among,people,spectators,congregation,stands,
            gallery,guests
        E stampede commotion
        V leap jump spring surge <@folk,audience,everyone,everybody,house,congregation,guests >feet,forward""",
    "hush": """
        E hush ~@folk,guests,theatre,theater,auditorium,hall,congregation,voices,house,room,gallery,stands,seats,everyone,everybody,
            courtroom,court,church,chapel,classroom,class,tavern,inn,stadium,arena,square,table,tables,diners,passengers
        V hush quiet quieten still freeze <@folk,guests,theatre,theater,auditorium,hall,congregation,voices
        V fall go grow become stand sit turn be wait watch <@folk,guests,theatre,theater,auditorium,voices,whispers,congregation,hall
            >silent,quiet,still,hushed,silence,motionless,hush,quieter,stiller
        V hold <audience,crowd,everyone,spectators,house,room,hall >breath,breaths
        V lower drop dim <voices >whisper,murmur,@none""",
    "heartbeat": """
        E heartbeat heartbeats heartbeating palpitations
        V pound hammer race beat thud thump throb thunder drum pulse pulsate flutter quicken bang gallop knock stutter leap skip hurry
            jump kick lurch slam pump <heart,hearts,chest,pulse -rain
        V pound hammer throb beat roar thunder rush thud sing pulse <blood,pulse,temples >ears,temples,head,skull,veins
        E heart <hear,hears,hearing,heard -that,was,is,break,breaks,breaking
        V go <heart >thump,pit,boom,bang,thud,bump,pitter,pitapat
        E pounding beating thudding hammering thumping throb throbbing beat thump thud >heart,hearts,chest,pulse,blood""",
    "breath": """
        V breathe ~@person,breaths -life,word,new,easier,easy,fragrance,sweetness,scent
        V inhale exhale pant sigh wheeze -life,wind,breeze,trees,leaves,fragrance
        E breathing panting sigh sighs wheeze wheezing inhalation exhalation
        V take draw suck gulp let release heave blow pull >breath,breaths -away,waste
        V catch hitch come quicken rasp rattle shudder quiver falter <breath,breaths,breathing
        V sniff sniffle snore snort cough sneeze yawn hiccup retch <@person
        V sob whimper blubber <@person -@spoken,out
        E sobbing sobs sob whimpering coughing cough sneeze hiccup
        N breath breaths
        E snore snores snoring sniffle sniffles
        V gulp gasp pant suck >air
        E groan groans grunt grunts moan moans snuffle gulp snort snorts -@wood,wind,ship,engine,pig,pigs,metal
        V groan moan grunt snuffle belch burp gag choke splutter gulp slurp spit <@person -wood,voice,at,table
        V clear >throat,throats
        V burst break dissolve >sobs,sobbing <@person""",
    "footsteps": """
        V stamp <@person,feet,foot,boots -letter,passport,document,form,papers,out,approval,authority
        E footstep footsteps footfall footfalls tread tramp bootsteps
        V echo ring sound approach recede fall clatter crunch thud resound click tap clack slap patter pad drag ~steps,step,boots,
            boot,heels,heel,feet,sandals,clogs,shoes
        N steps boots heels feet
        E steps <there >behind,outside,overhead,above,hall,corridor,passage,landing,gravel -leading,down,up,three,two,few,four,stone
        V march stomp tramp trudge stride pace clomp plod clump stroll saunter shuffle trot tread hobble limp lumber stagger shamble
            stumble amble wander pad creep tiptoe <@person,figure,boots,feet -over,words
        V walk step >@way <@person -dream,life,circle,mind
        V tear <@person >across,along,past,downstairs,upstairs,after -paper,page
        V clatter clomp clop thump thunder patter hop skip crunch squelch tramp traipse slosh climb <@person,feet,boots
            >@stairs,@way -heart,fist,fists,voice,table
        V climb ascend descend mount <@person >stairs,steps,staircase,stairway,ladder
        V pad patter clop clomp clack squelch squeak shuffle scuff scrape <feet,foot,boots,boot,shoes,shoe,heels,slippers,sandals,soles,
            paws
        V stamp <@person,feet,@folk >feet,foot
        E shuffling scuffling stamping trampling plodding
        E shuffle stamp scuff patter stomp >feet,boots,shoes,slippers,sandals
        V come go hurry <@person,somebody,someone >upstairs,downstairs,stairs,staircase
        V cross <@person >room,hall,floor,stage,yard,courtyard,square,lobby,landing,deck,courtroom,hallway -mind,swords,line""",
    "running": """
        V run sprint dash race bolt flee scamper scurry <@person >@way,for,towards,away,and,until,faster,fast,with -hand,hands,finger,
            fingers,eyes,eye,tongue,thumb,errand,wild,amok,heart,mind,thoughts,blood,tears,out,shop,palm,gaze,risk
        V run sprint scamper scurry <i,you,he,she,we,they -hand,hands,finger,fingers,eyes,tongue,thumb,errand,heart,mind,out,shop,the,
            a,my,his,her,into,risk,wild,high,short,dry,late
        E scampering scurrying
        V rush hurry dart charge pelt hurtle race hare scramble clatter bolt <@person >@way,@stairs -money,price,fee,card,
            battery,page,paper,letter,cloth,hair,clothes,heart,mind,thoughts,blood,work,apart,homework
        V break >run,sprint <@person
        V scurry scuttle skitter run dash race patter scamper <feet,paws
        V pound thunder hammer drum clatter thud <feet,boots,footsteps,shoes >@way -heart""",
}
