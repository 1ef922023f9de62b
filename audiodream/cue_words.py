"""Which words tell of which sound. `cues` reads this table; a new sound is a new entry here and an effect of the same name.

A rule is a line: a sign, the words, and what must stand near them.

    V  verbs, in all their forms           E  nouns that are happenings ("applause"): they sound wherever they stand
    N  things ("bell"): they sound where they are heard ("the sound of a bell", "a bell rings" is a V)
    <  words of the subject, one of which must stand before      >  words that must follow soon
    ~  words of which one must stand on either side              -  words that forbid it, on either side

`@name` means a list of `cue_lists`. A line that begins with no sign goes on with the one above; after a comma without a blank.
Where two rules fit one word, the one that asks for more goes first, then the one written first.
"""

from __future__ import annotations

KINDS: dict[str, str] = {
    "crowd-hum": """
        E hubbub babble chatter chattering
        E hum buzz drone din clamour clamor noise bustle rumble roar >crowd,audience,conversation,conversations,voices,chatter,guests,
            people,throng,spectators,talk,room
        V hum buzz throng bustle seethe thrum swarm teem <@crowd -like
        V hum buzz <conversation,conversations,voices,talk,chatter
        V chatter talk converse chat <@folk,guests,voices
        V gather assemble <crowd,audience,guests,throng
        N crowd audience throng""",
    "murmur": """
        E murmur murmurs murmuring murmurings mutter muttering mutterings grumble
        V murmur mutter mumble grumble <@folk,voices,guests,others,men,women,they,soldiers,room
        V mutter mumble grumble""",
    "whispers": """
        E whispers whispering whisperings susurration susurrus susurrus
        V whisper
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
            snickers
        V laugh giggle chuckle guffaw cackle snicker snigger titter chortle""",
    "cheer": """
        E cheer cheers cheering hurrah hurrahs huzza huzzas hooray whoop whoops whooping
        V cheer whoop -up
        V roar erupt explode scream shout yell holler bellow stamp whistle <@folk,guests,fans,stadium,theatre,theater,auditorium,
            arena,house,hall,stands,gallery
        E roar >crowd,audience,approval,delight,spectators,mob""",
    "crowd-stir": """
        V stir rustle shift fidget shuffle surge press sway jostle squirm lean swell part recoil scatter panic stampede churn mill
            <@folk,guests,dancers,passengers,mourners,congregation,audience -@brittle
        V rise stand <audience,crowd,congregation,everyone,everybody,guests,spectators >feet,seats,chairs,pews,one
        E stir stirring commotion unrest restlessness >audience,crowd,hall,room,seats,among,people,spectators,congregation,stands,
            gallery,guests
        E stampede commotion""",
    "hush": """
        E hush -hush
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
        E pounding beating thudding hammering thumping throb throbbing beat thump thud >heart,hearts,chest,pulse,blood""",
    "breath": """
        V breathe ~@person,breaths -life,word,new,easier,easy,fragrance,sweetness,scent
        V inhale exhale pant sigh wheeze -life,wind,breeze,trees,leaves,fragrance
        E breathing panting sigh sighs wheeze wheezing inhalation exhalation
        V take draw suck gulp let release heave blow pull >breath,breaths -away,waste
        V catch hitch come quicken rasp rattle shudder quiver falter <breath,breaths,breathing
        V sniff sniffle snore snort cough sneeze yawn hiccup retch <@person
        V cry sob weep whimper blubber bawl <@person -@spoken,out,for,wolf,off,shame,foul,@cheered
        E sobbing weeping sobs sob whimpering coughing cough sneeze hiccup
        E snore snores snoring sniffle sniffles
        V gulp gasp pant suck >air""",
    "footsteps": """
        V stamp <@person,feet,foot,boots -letter,passport,document,form,papers,out,approval,authority
        E footstep footsteps footfall footfalls tread tramp bootsteps
        V echo ring sound approach recede fall clatter crunch thud resound click tap clack slap patter pad drag ~steps,step,boots,
            boot,heels,heel,feet,sandals,clogs,shoes
        N steps boots heels feet
        V march stomp tramp trudge stride pace clomp plod clump stroll saunter shuffle trot tread hobble limp lumber stagger shamble
            stumble amble wander pad creep tiptoe <@person,figure,boots,feet -over,words,in
        V walk step >@way <@person -dream,life,circle,mind""",
    "running": """
        V run sprint dash race bolt flee scamper scurry <@person >@way,for,towards,away,and,until,faster,fast,with -hand,hands,finger,
            fingers,eyes,eye,tongue,thumb,errand,heart,mind,thoughts,blood,tears,out,shop,palm,gaze,risk
        V run sprint scamper scurry <i,you,he,she,we,they -hand,hands,finger,fingers,eyes,tongue,thumb,errand,heart,mind,out,shop,the,
            a,my,his,her,into,risk,wild,high,short,dry,late
        E scampering scurrying""",
    "door-open": """
        V open reopen unlock unlatch unbolt swing fling burst throw push pull wrench slide creak yank crack slip ease ~@door >open,
            opens,wide,inward,inwards,outward,ajar
        V open reopen unlock unlatch unbolt unbar ~@door -eyes,mouth,heart,mind,lips,onto,pages,book,wound
        V swing part ~door,doors,gate,gates -shut,closed,close,crowd
        V fling burst throw push pull wrench swing tug heave kick force ~door,doors,gate,gates,hatch,trapdoor -shut,closed,close,to,
            herself,himself,myself,themselves,yourself""",
    "door-close": """
        V slam shut bang close clang click thud swing pull push snap boom clap ~@shutdoor >shut,closed,to,behind
        V slam shut close bang lock bolt clang latch bar clap boom ~@shutdoor -eyes,eye,mouth,mind,heart,hand,fist,deal,on
        V slam bang boom clang thud <@shutdoor""",
    "knock": """
        E knock knocking knocks rapping -knees
        V knock >@on,door,twice,thrice,once,again,loudly,softly,three -over,down,off,out,unconscious,back,head,knees
        V rap hammer pound bang beat thump >door,doors,gate,window,shutters
        V rap >on,at,against,twice,thrice,three,once,smartly,sharply -stage,song,music,lyrics""",
    "curtain": """
        V rise fall open part lift close draw drop descend sweep swing billow lower raise tear stir pull rustle flutter ascend ripple
            twitch sway go come ~@curtain -eyes,eyelids,rain,ivy,hair""",
    "cloth": """
        E rustle rustling swish swishing flapping whisper flutter swirl >@cloth
        V rustle swish flap flutter swirl whisper billow sweep rip ripple drag trail snap brush crackle slide ~@cloth -@curtain
        V rustle swish flap >past,by,wind -leaves
        V flap snap crack billow <sail,sails,flag,flags,banner,banners,tent,tarpaulin,washing,sheet,sheets -glass
        V flap -wings,wing,arm,arms,hand,hands,mouth,lips,fingers
        V skitter scutter scuttle <leaves,leaf,paper,papers,litter -trees,branches""",
    "paper": """
        V rustle turn flip tear rip crumple crinkle unfold fold shuffle riffle leaf flutter crackle unroll scrawl scribble open screw
            leaf thumb ~@paper -over,leaf,away,life,attention,round,to,head,door
        E rustle rustling riffling crackle shuffle crinkle flutter tearing scratch >@paper,pen,quill
        V scratch scrape scribble <pen,quill,pencil,nib
        N page pages""",
    "glass-crack": """
        V crack fracture splinter splits fissure fault ~@brittle -voice,smile,lips,lip,joke,jokes,knuckles,skin,whip,dawn,door,case,
            code,safe,thunder,open
        V form appear spread spider spiderweb creep snake run race web widen grow branch splinter emerge multiply lengthen deepen open
            cross ~crack,cracks,fissure,fissures,fracture,fractures,fault
        E crack cracks fissure fissures fracture fractures cracking splintering >glass,ice,mirror,window,wall,walls,ceiling,canvas,
            painting,sculpture,surface,plaster,pane,statue
        E cracking splintering
        N crack""",
    "glass-shatter": """
        V shatter smash -silence,dream,dreams,illusion,peace,calm,hope,hopes,heart,record,nerves,world,life,lives,confidence,faith,
            trust,composure,quiet,soul,mind,stillness,glassless
        V break burst explode split fly crumble disintegrate fall drop collapse dissolve ~glass,glasses,window,windows,pane,panes,
            mirror,mirrors,vase,goblet,crystal,bottle,chandelier,windshield,windscreen,porcelain,bulb,bulbs,sculpture,statue >pieces,
            shards,fragments,apart,floor,ground,smithereens,splinters,thousand,million
        V break burst explode smash <glass,window,windows,pane,mirror,mirrors,vase,goblet,bottle,chandelier,bulb,bulbs,jug,bowl,@tableware
        V break smash >window,windows,pane,mirror,vase,bottle,glass
        E shattering tinkle crash smash smashing tinkling >glass,crystal,window,windows,china,crockery,plates
        V rain shower scatter skitter tinkle fall <shard,shards,fragments,splinters,fragment""",
    "glass-ring": """
        V clink chink clank tinkle >@none,together,glass,glasses,ice,goblets,bottles
        V clink chink
        V raise touch >glasses,glass,goblet -eye,lips
        V ring sing chime hum resonate vibrate tremble quiver shiver <glass,crystal,goblet,goblets,sculpture,chandelier,rim
        V rattle clatter jingle clink chatter shake <@tableware -voice,teeth
        E clink clinking chink tinkle rattle >glass,ice,crystal,@tableware""",
    "chimes": """
        E chimes chime tinkling jingle jingling windchimes -clock,bell
        V chime tinkle jingle -clock,in,bell,bells
        V ring sound sway <chimes,chime""",
    "bell": """
        V ring toll peal chime clang sound jangle strike tinkle jingle boom knell resound go echo ~@bell
        E toll tolling peal pealing clang clanging ringing ring clamour knell >bell,bells
        V ding ping tinkle -pong
        V toll peal -paid,took,taken,pay,heavy,road
        N bell bells gong doorbell
        E knell carillon""",
    "clock": """
        V tick tock strike chime whir ~@clock
        E ticking tick ticks tick-tock >clock,clocks,watch,metronome
        V strike chime toll <clock,clocks,bell,bells,it,tower,church,cathedral,watch,hour,abbey >midnight,noon,twelve,eleven,ten,nine,
            eight,seven,six,five,four,three,two,one,hour,hours,quarter -match,pose,wall
        V tick -box,off,list
        N clock clocks
        E ticking""",
    "water-ripple": """
        V ripple lap eddy swirl ~@water
        V ripple -@cloth,laughter,applause,muscles,muscle,murmur,crowd,whisper,pain,fear,excitement,light,news,shock
        E ripple ripples lapping >water,surface,pond,pool,lake
        V lap >shore,hull,bank,edge,boat,feet,pier,quay,stones,ankles,against -up
        N ripples""",
    "splash": """
        E splash splashes splashing plop
        V splash slosh plop squelch splatter -colour,color,paint
        V dip pull rise <oar,oars,paddle,paddles
        V fall tumble slip drop sink jump leap <@person,boat,stone,body >water,lake,river,sea,pool,pond,ocean,canal,harbour,harbor
            -love
        V plunge dive wade >water,lake,river,sea,pool,pond,ocean,waves,canal,harbour,harbor""",
    "drip": """
        E drip drips dripping plink plinking
        V drip plink -sweat,honey,sarcasm,irony,jewels,diamonds,gold
        V fall plop splash <drop,drops,droplet,droplets -temperature,applause""",
    "waves": """
        V crash break lap roll pound thunder hiss roar sigh batter slap surge beat rush wash rise swell boom murmur whisper heave foam
            swallow engulf close crest curl toss drag churn ~wave,waves,surf,sea,ocean,breakers,tide,swell,shore -crowd,applause,
            emotion,pain,nausea,panic
        E crash roar boom lapping wash murmur hiss sigh thunder rhythm >wave,waves,surf,sea,ocean,breakers,tide
        E surf breakers
        N waves sea ocean""",
    "stream": """
        V babble gurgle trickle flow rush murmur tumble splash bubble burble cascade roar chuckle run ripple ~stream,streams,brook,
            river,creek,fountain,waterfall,rivulet,spring,beck,torrent,falls,gutter,gutters -emotion,tears,blood,words,light
        E babble gurgle trickle murmur rush roar burble splash >stream,brook,river,creek,fountain,waterfall,falls,water
        V gurgle trickle burble bubble <water,pipe,pipes,drain,sink
        V gurgle burble gush trickle -laughter,joy,blood,sweat,tears,baby,infant
        N brook fountain waterfall stream river""",
    "rain": """
        V fall patter drum beat pour lash pelt drip hammer begin start hiss come spatter streak batter pound splash tap rattle drizzle
            sheet sweep dance blow slant run ~rain,rains,raindrop,raindrops,drizzle,downpour,sleet,hail -blows,kisses,shards,applause,
            petals,ash,fire
        V rain drizzle hail <it,sky,heavens
        E downpour cloudburst rainstorm rainfall
        E patter pattering drumming hiss beat drum rattle >rain,raindrops,hail,sleet
        E drizzle
        N rain""",
    "thunder": """
        E thunder thunderclap thunderclaps thunderstorm -applause,hooves,feet,like
        V rumble roll growl crack boom crash clap mutter peal ~thunder
        V rumble growl crack boom thunder split <@sky
        V thunder <it""",
    "wind": """
        V howl blow moan whistle sigh whip rush roar scream shriek gust sweep stir tug tear rise pick whisper sing rattle buffet keen
            wail sob carry hiss moan batter swirl lift rustle whine murmur brush hit slam pull drive claw lash batter drop ~wind,
            winds,breeze,gale,gust,gusts,draught,draft,tempest,storm,zephyr,squall -chimes,crowd
        V rustle whisper sigh stir sway toss thrash shiver <leaves,trees,branches,grass,reeds,pines,leaf,foliage,boughs,wheat,corn,
            poplars,forest
        V howl moan <storm,chimney,eaves
        E gust gusts >wind,air,@none
        E howl howling moan moaning sigh rush whistle roar rustle rustling >wind,winds,gale,leaves,breeze,trees,air,storm
        N wind breeze gale""",
    "fire": """
        V crackle roar hiss spit snap lick burn blaze dance leap pop rage consume flicker sputter gutter spread engulf ~@fire -eyes,
            gun,guns,passion,heart,off,shot,shots,cheeks,mind
        E crackle crackling roar hiss snap popping >@fire
        E conflagration inferno
        V burn blaze <house,building,city,barn,ship,forest,village,roof,tower -lights,sun,eyes""",
    "ignite": """
        V ignite -passion,hope,curiosity,imagination,desire
        V burst erupt explode go >flame,flames,fire
        V light strike flare spark scratch kindle ~match,matches,candle,candles,lantern,torch,fuse,cigarette,lighter,lamp,fire -up,sky,box
        V flare <flame,flames,fire,match,torch,light,sparks,torches
        V catch >fire""",
    "crackle": """
        V crackle fizz fizzle sizzle hiss spark arc spit buzz snap pop ~@electric,fuse,fuses,box,socket,plug,switchboard
            -tension,anticipation,excitement,@fire
        E crackle crackling static sizzle fizz hiss -tension,humor,humour,genius,hope,life,joy
        V hiss -i,he,she,we,they,you,voice,voices,crowd,audience,snake,cat,goose,geese,teeth,@person
        V crackle sizzle fizz -tension,anticipation,excitement,expectation,voice""",
    "hum": """
        V whir whirr
        V hum drone buzz whir whirr thrum purr vibrate throb resonate whine ~@machine,resonance,vibration,frequency,silence,walls,
            sculpture,crystal,stones,world,void
        E hum thrum drone buzz whir whirr whine humming buzzing vibration resonance thrumming droning -drum
        V hum thrum drone buzz whir -tune,song,melody,lullaby,crowd,insects
        V hum >tune,song,melody,lullaby,bars,softly,herself,himself,myself,quietly""",
    "pulse": """
        V pulse pulsate throb -heart,vein,veins,temple,temples,head,pain,wound,blood,ache
        E pulse throb pulsing pulsation pulsations -my,his,her,your,their,our,racing,wrist,heart""",
    "scream": """
        E scream screams screaming shriek shrieks shrieking screech wail wails wailing howl howls cry -wind,brakes,tyres,tires,siren,
            sirens,gulls,wolves,wolf,dog,dogs,hue,gale,storm,kettle
        V scream shriek screech wail howl -wind,storm,brakes,tyres,tires,siren,sirens,wolf,wolves,dog,dogs,gale,alarm,headline,
            headlines,colours,colors,laughter,kettle,money,@cloth
        V cry yelp squeal >out,pain,terror,agony,anguish,fear
        V let >scream,shriek,wail,howl,cry""",
    "shout": """
        E shout shouts shouting yell yells yelling bellow bellows bellowing outcry
        V shout yell bellow holler
        V cry call >out,help,after,down,across,back -for,attention,bluff
        V roar bark bellow <@person -laughter,crowd,dog""",
    "choir": """
        V sing chant intone hum rise soar swell lift begin join echo ~choir,choirs,chorus,choristers,monks,nuns,congregation,hymn,
            hymns,psalm,psalms,chant,chants,angels
        V sing chant <voices,singers,they,women,men,children,crowd
        E chanting chant chants hymn hymns plainsong choir choirs
        N chorus""",
    "music-swell": """
        V swell rise build soar crescendo play begin start strike burst fill float drift surge climb mount thunder flood resume grow
            pour ~@music -occasion,curtain,shatter
        E crescendo symphony overture fanfare -senses,of
        V strike >tune,waltz,up
        E swell strains crescendo burst blare >@music
        V play sing tune <band,orchestra,musicians,quartet,fiddler,pianist,violinist,organist
        N music orchestra""",
    "note": """
        V hang hover linger quaver drift float rise sound ring <note,notes,chord,chords,melody,arpeggio -sticky,paper
        V sing <violin,violins,cello,flute,guitar,trumpet,horn,strings,fiddle,bugle,clarinet,oboe
        V play strike pluck sound hold touch press hit blow ~@instrument -door,lock,phone,letter,paper,map,pocket
        E note notes chord chords arpeggio >piano,violin,music,melody,cello,flute,guitar,harp,organ,trumpet,horn,song,rings,hangs,
            hang,sounds,high,low,single
        V strum pluck twang
        V sing croon hum whistle <@person >song,lullaby,tune,hymn,ballad,carol,aria,air,waltz -praises
        V whistle <@person -for,past,wind,bullet
        V whistle shriek sing hiss scream <kettle
        V blow sound >whistle,whistles,pipe,pipes -nose
        E note notes tone tones chord ~resonant,single,pure,clear,high,low,sustained,deep,shrill,piercing,haunting,mournful,musical,
            discordant,final,lone,ringing -voice,bank,paper,letter
        N piano violin cello flute guitar harp trumpet horn bugle lullaby melody""",
    "drum": """
        E drumbeat drumbeats drumming drumroll drums -fingers,rain,heart
        V beat pound roll throb thunder sound boom ~@drum -ear,ears,heart,rain
        N drum drums""",
    "horse": """
        E hoofbeat hoofbeats hoofbeat neigh whinny gallop galloping
        V neigh whinny nicker
        V gallop canter trot clatter clop snort stamp thunder rear ride approach ~@horse -heart,pulse
        E clatter clop thunder beat drumming pounding thud >hooves,hoofs,hoof,horse,horses
        V ride gallop canter <@person >@way -train,bus,bicycle,wave,lift,elevator,bike,car
        N hooves hoofs horse horses""",
    "engine": """
        V roar start rev idle sputter splutter rumble growl cough purr catch throb hum drone screech honk hoot pull skid speed whine
            die accelerate thunder clatter rattle bump bounce grind lurch hurtle chug backfire stall rev -reform ~@car
        V honk toot -goose,geese,nose
        V drive >off,away,up,past,slowly,down <@person,@car -mad,crazy,out,nail
        V go pass drive roll crawl race shoot rattle come pull <@car >by,past,away,off,up,along,down,over,in -bed,sleep,wrong,days,years
        E roar growl purr drone rumble hum throb whine screech honk >@car,traffic,tyres,tires
        N engine engines motor
        E honking revving""",
    "train": """
        V rumble whistle thunder roar pull clatter rattle chug puff screech shudder depart arrive hoot lurch come pass start hurtle
            ~@train -thought,dress
        E whistle rumble clatter roar chug rattle >@train,rails,tracks
        N train locomotive""",
    "siren": """
        V wail blare sound shriek scream howl ring whoop go ~siren,sirens,alarm,alarms,klaxon,foghorn,horn
        E wail blare shriek howl >siren,sirens,alarm,alarms,foghorn,klaxon
        N siren sirens alarm klaxon foghorn""",
    "gunshot": """
        E gunfire musketry cannonade cannonfire gunshot gunshots salvo
        E shot shots volley fusillade barrage -glance,look,looks,glances,glass,whisky,whiskey,vodka,photograph,camera,medicine,of
        V ring crack echo fire sound hit ~shot,shots,gunshot,gunshots
        V fire shoot discharge explode blast bark boom go crack roar ~@gun -up,glance,look,questions,job,hoses
        V fire shoot <@person >at,twice,once,again,into,three -glance,glances,look,looks,question,questions,frown,smile,grin
        E explosion explosions detonation
        V explode detonate <bomb,bombs,shell,shells,grenade,mine,dynamite""",
    "birds": """
        E birdsong twitter twittering chirping cawing cooing squawk squawks
        V sing chirp tweet twitter call cry caw coo warble squawk screech shriek cackle crow trill scream flap whistle chatter wheel
            circle pipe croak honk ~@bird
        V caw coo chirp tweet crow warble -cricket,crickets,insects
        V beat flap flutter whir clap ~wings,wing
        V rise take scatter burst start fly explode <@bird >up,off,flight,air,wings,wing -sides,day,risk
        E cry call song flutter beating chatter flap clap whir >@bird,wings
        N gull gulls seagulls birds nightingale lark cuckoo""",
    "insects": """
        V chirp buzz sing drone hum whir whirr chirr shrill trill whine rasp click ~@insect
        E chirping buzz buzzing drone hum chirp whine song >@insect
        N crickets cicadas bees flies""",
    "owl": """
        V hoot call cry screech shriek ~owl,owls
        E hoot hoots hooting -train,car,laughter,derision
        V hoot -car,train,crowd,laughter
        N owl""",
    "dog": """
        V bark growl snarl howl yelp whimper bay whine yap pant ~@dog
        E bark barks barking yelp yelping growl snarl snarling baying -tree,trees,orders
        V growl snarl yelp whimper -stomach,voice,engine,thunder
        N dog dogs hound hounds""",
    "wolf": """
        V howl bay snarl growl ~wolf,wolves,coyote,coyotes,jackal,jackals
        E howl howls howling >wolf,wolves,coyote,coyotes
        N wolf wolves""",
    "impact": """
        E thud thump crash bang boom smash clatter crunch clunk collision slam thwack whack clang clangour
        V crash smash slam collide thud bang thump boom clatter clang smack crunch whack -wave,waves,tide,sea,surf,silence,heart,door,
            party,screen,brakes,voice,head,down,flat,sofa,couch,place,market,prices,shares,weekend
        V pop <cork,corks,balloon,button,bubble,flashbulb,flashbulbs
        V rattle -voice,off,nerves,him,her,me,them,us,confidence,on,breath
        V hammer drill chop pound chisel >nail,nails,wall,wood,logs,log,planks,plank,board,boards,iron,anvil,stone,rock,metal,into
            -heart,rain,pulse,home,head,temples,blood,down
        V snap <rope,ropes,cable,twig,twigs,branch,branches,stick,string,mast,bone,line,wire -fingers,off,out,photograph,picture
        V slam bring bang smash hit strike ~fist,fists,hammer,mallet,gavel,axe >table,desk,wall,door,floor,down
        V hit strike slap punch kick >wall,table,desk,floor,ground,face,cheek,stone,jaw -upon
        V fall topple drop clatter crash tumble >floor,floors,ground,stage,boards,flagstones,tiles,stairs,over,storeys,pavement,street
            <lamp,tray,book,sword,plate,knife,chair,table,cup,candlestick,tree,hammer,key,keys,pen,box,@heavy""",
    "bodyfall": """
        V collapse crumple slump topple sink fall drop keel pitch sprawl stagger tumble <@person,body,knees >knees,floor,ground,knee,
            heap,stage,boards,feet,dust,snow,earth,down,backward,backwards -asleep,silent
        V collapse crumple faint swoon <@person
        E thud thump >body,knees""",
    "whoosh": """
        E whoosh swoosh swish
        V whoosh swoosh swish whizz whiz
        V whistle whine <arrow,arrows,bullet,bullets,shell,shells,stone,ball,rope,whip,blade,spear
        V rush sweep swoop streak shoot sail soar hurtle fly zip whip race ~past,overhead -time,days,years,tears,blood,hours,weeks,
            words
        V rush roar whistle <air""",
    "falling": """
        V plummet plunge tumble fall hurtle spiral drop <i,you,we,he,she,they,body,me >into,through,down,endlessly,towards,toward,
            from,deeper,faster,and,away,@none -thing,work,task,conversation,story,business,asleep,love,silent,knees,floor,behind,
            short,water,sea,lake,sleep,back,ill,trap,place,category,pieces,arms,in
        E freefall""",
    "debris": """
        V crumble collapse cave topple disintegrate splinter ~@stonework -tears,night,silence,asleep,curtain
        V rain shower tumble clatter crash fall crumble patter <plaster,rubble,debris,masonry,stones,bricks,rocks,tiles,timbers,dust,
            ceiling,roof,wall,walls -silence,asleep,tears
        V fly slice hit strike pelt whirl swirl scatter cascade slide skitter spill <debris,rubble,shrapnel,splinters,stones,pebbles,
            gravel,boulders,rocks
        V give >way <@stonework,@ground
        E avalanche landslide rockfall""",
    "rumble": """
        E rumble rumbling tremor tremors earthquake quake -fear,hand,voice,hands,excitement,stomach,thunder,train,engine,conversation
        V stampede <herd,cattle,horses,buffalo,sheep,elephants
        V rumble quake <@ground,stomach,earth,mountain,volcano
        V shake tremble shudder vibrate heave convulse rock tilt lurch groan ~@ground -head,hand,hands,fist,finger,voice,lips
        V rumble -stomach,voice,train,engine,thunder""",
    "time-slow": """
        V slow freeze stop stretch halt dilate crawl suspend distort drag thicken warp <time,seconds,minutes -bomb,watch,for,by,this,
            first,last,next,had
        V stand >still <time
        V move happen unfold fall play turn drift ~slow,motion >motion,slow
        E slow-motion""",
    "tap": """
        E tapping taps -water,dance,beer
        V tap drum patter click >finger,fingers,table,desk,glass,shoulder,window,floor,foot,nails,keys,cane,stick,on,against,
            tabletop,arm <@person,fingers,finger,cane,stick,foot,branch,pen,nails -door,heart
        V tap drum <fingers,finger,cane,stick,branch,pen,nails,foot,twig
        V tap >on,against
        V skitter scuttle scrabble <claws,claw,nails,rat,rats,mouse,mice,crab,crabs,squirrel,lizard,beetle,it,something""",
    "switch": """
        V flick flip press push click throw hit pull snap turn ~switch,switches,lightswitch,lever,button,buttons,lamp,dial -attention
        V click snap switch turn <light,lights,spotlight,spotlights,lamp,lamps,floodlights >on,off,out -be,@flame
        V click snap switch turn <@person >light,lights,spotlight,spotlights,lamp,lamps,floodlights,radio,torch -@flame
        V go come die <lights,spotlight,spotlights,floodlights,headlights,streetlights,streetlamps >on,off,out -be,@flame,distance,village,
            houses,windows,town,ship,harbour,harbor,shore
        E click clicks clicking -heels,fingers,tongue
        V click -heels,tongue,fingers,door""",
    "creak": """
        E creak creaks creaking squeak squeaks squeaking
        V creak squeak
        V groan moan complain scrape grate grind strain protest ~@wood
        E groan groaning scrape scraping grinding >@wood,metal,stone
        V rasp scrape scratch grate -voice,voices,by,together,head,chin,ear,face,itch,breath,nose,beard,living,nerves,words,surface""",
    "chain": """
        V clank rattle jangle clink drag scrape jingle clatter ~@chain
        E clank clanking rattle jangle clink >@chain
        V clank jangle""",
    "sword": """
        V clash draw unsheathe ring hiss slide whistle sing swing scrape meet flash ~@sword -curtain,bread,meat,butter
        E clash clang ring hiss scrape >@sword
        V unsheathe""",
    "phone": """
        V ring buzz vibrate chirp ping trill shrill beep blare ~@phone
        E ringtone dial-tone
        E ring ringing buzz shrill >@phone""",
    "silence": """
        V fall descend settle reign follow engulf spread return hang stretch blanket swallow fill envelop close press deepen come drop
            prevail wrap grow answer greet surround thicken lengthen drown consume <silence,stillness,quiet,hush
        V fall go become grow turn fade die lapse >@still,silence,quiet -to,see
        V fade cease stop die end dwindle subside vanish disappear dissolve recede evaporate quieten melt break cut dim ebb trail
            <@noise
        V be >silence,quiet,soundless,noiseless <there,it,all,everything,then,world
        V be >silent,quiet,hushed,soundless <room,house,hall,world,everything,all,night,street,streets,forest,it,theatre,theater,
            stage,city,air,gallery,church,museum,library,office,cathedral,garden,square,station,ship,cabin,kitchen,corridor,hallway,
            village,town,sea,wood,woods,valley,desert,castle,palace,temple,place,chamber,building,apartment,cave
        V still <world,everything,all,air,room,wind,house,city,earth
        E sound noise ~no,single -but,except,save,from,of,like,louder,mouth,lips,throat,voice,make,makes,made,comes,came,come,making
        E silence ~follows,absolute,deafening,sudden,total,complete,utter,heavy,thick,profound,perfect,deathly,dead,eerie,terrible,
            long,hollow,crushing,sacred -in,broken,breaks,broke,break,vow,breaking
        E silence >falls,fell,follows,followed,descends,descended""",
}


def table_lines(table: str) -> list[str]:
    """The rules of a kind's table, each on one line."""
    made: list[str] = []
    for line in table.strip().splitlines():
        row = line.strip()
        if row[:2] in {"V ", "E ", "N "}:
            made.append(row)
        else:
            made[-1] += ("" if made[-1].endswith(",") else " ") + row
    return made
