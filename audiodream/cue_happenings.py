"""Words for machines, animals, blows and silences: rules of `cue_words`."""

from __future__ import annotations

HAPPENINGS: dict[str, str] = {
    "horse": """
        E hoofbeat hoofbeats hoofbeat neigh whinny gallop galloping
        V neigh whinny nicker
        V gallop canter trot clatter clop snort stamp thunder rear ride approach ~@horse -heart,pulse
        E clatter clop thunder beat drumming pounding thud >hooves,hoofs,hoof,horse,horses
        V ride gallop canter <@person >@way -train,bus,bicycle,wave,lift,elevator,bike,car
        N hooves hoofs horse horses
        V drum pound beat thud ring hammer strike rattle <hooves,hoofs,hoof,hoofbeats
        V rattle roll rumble clatter draw trundle jolt bowl crunch jingle pull <carriage,coach,cart,wagon,hansom,chaise,gig,buggy,
            hearse,waggon,sleigh >drive,road,lane,street,cobbles,up,gate,door,porch,house,courtyard,yard,gravel,over,past,off,away
        V bray snort stamp whinny <donkey,mule,ass,mules,donkeys,camel,camels
        V bray -laughter,horn,trumpet
        V rein draw pull >in,up <rider,riders,horseman,horsemen,coachman,messenger
        N wheels ~carriage,coach,cart,wagon,hansom,chaise,gig,buggy,hearse,cab
        V spur whip lash >horse,horses,mare,stallion,mount,pony
        E clop clip-clop""",
    "engine": """
        V roar start rev idle sputter splutter rumble growl cough purr catch throb hum drone screech honk hoot pull skid speed whine
            die accelerate thunder clatter rattle bump bounce grind lurch hurtle chug backfire stall rev -reform ~@car
        V honk toot -goose,geese,nose
        V drive >off,away,up,past,slowly,down <@person,@car -mad,crazy,out,nail
        V go pass drive roll crawl race shoot rattle come pull <@car >by,past,away,off,up,along,down,over,in -bed,sleep,wrong,days,years
        E roar growl purr drone rumble hum throb whine screech honk >@car,traffic,tyres,tires
        N engine engines motor
        E honking revving
        V tear hurtle whizz fly swerve lurch bounce flash scream thunder storm sweep clatter chug trundle career splash grind skid race
            roar growl purr whine <@car >by,past,away,off,up,along,down,over,in,round,around,across,through,into,out
        V pull halt stop brake skid draw slow screech groan >up,halt,stop,standstill,kerb,curb <@car
        V squeal screech <brakes,tyres,tires,tyre,tire
        V cough splutter sputter chug stall rev backfire throb <@machine,pump,generator,boiler
        V hoot blare beep toot <@car,horn
        V clatter thud roar drone throb circle <helicopter,chopper,plane,biplane
        V shudder jolt judder lurch grind whir clank jerk rattle hum descend rise <lift,elevator,crane,hoist,winch,escalator,windlass,
            conveyor
        V blare <@car
        V go pass fly roar drone <@car >overhead,above,below""",
    "train": """
        V rumble whistle thunder roar pull clatter rattle chug puff screech shudder depart arrive hoot lurch come pass start hurtle
            ~@train -thought,dress
        E whistle rumble clatter roar chug rattle >@train,rails,tracks
        N train locomotive
        V squeal hiss clank groan grind shriek <@train
        V squeal shriek screech clatter <rails,points,couplings
        V go pass cross <train,trains,express,locomotive >over,by,past,through,across -thought,dress
        V leave slow stop brake jerk jolt lurch slide grind <@train -thought,dress""",
    "siren": """
        V wail blare sound shriek scream howl ring whoop go ~siren,sirens,alarm,alarms,klaxon,foghorn,horn
        E siren sirens <there >behind,somewhere,far,away,outside,distance
        E wail blare shriek howl >siren,sirens,alarm,alarms,foghorn,klaxon
        N siren sirens alarm klaxon foghorn
        V howl wail scream blare race <police,ambulance,ambulances,squad,patrol
        V hoot blow sound blare boom low moan bleat groan bellow honk <ferry,ship,steamer,liner,tug,foghorn,boat""",
    "gunshot": """
        E gunfire musketry cannonade cannonfire gunshot gunshots salvo
        E volley fusillade barrage -questions,insults,abuse,words,oaths,criticism,complaints,orders,curses
        E shot shots -glance,look,looks,glances,glass,whisky,whiskey,vodka,photograph,camera,medicine,of
        V ring crack echo fire sound hit ~shot,shots,gunshot,gunshots
        V fire shoot discharge explode blast bark boom go crack roar ~@gun -up,glance,look,questions,job,hoses
        V fire shoot <@person >at,twice,once,again,into,three -glance,glances,look,looks,question,questions,frown,smile,grin
        V bark crack speak boom <musket,muskets,cannon,cannons,artillery,battery,mortar,mortars,guns
        V answer reply speak <guns,rifles,cannon,cannons,artillery
        V ricochet tear thud smack zip slam ping rip whine sing <bullet,bullets,rounds,slug
        V pull squeeze >trigger
        V open >fire <@person,guns,batteries,battery,ships
        V fall land rain whistle <shells,bombs,bomb,mortars
        V burst explode crackle bloom bang pop shoot <firework,fireworks,rocket,rockets,firecracker,firecrackers,crackers
        N guns cannon artillery""",
    "birds": """
        E birdsong twitter twittering chirping cawing cooing squawk squawks
        V sing chirp tweet twitter call cry caw coo warble squawk screech shriek cackle crow trill scream flap whistle chatter wheel
            circle pipe croak honk ~@bird
        V caw coo chirp tweet crow warble -cricket,crickets,insects
        V beat flap flutter whir clap ~wings,wing
        V rise take scatter burst start fly explode <@bird >up,off,flight,air,wings,wing -sides,day,risk
        E cry call song flutter beating chatter flap clap whir >@bird,wings
        N gull gulls seagulls birds nightingale lark cuckoo
        V cluck quack gobble cheep chirrup -tongue
        V cluck honk quack hiss <geese,goose,hens,hen,ducks,duck
        V honk <wings,wing,geese,goose,swan,swans
        V burst rush rise thunder lift <wings
        V explode burst scatter rise wheel swirl <@bird >out,from,over,above""",
    "insects": """
        V chirp buzz sing drone hum whir whirr chirr shrill trill whine rasp click ~@insect
        E chirping buzz buzzing drone hum chirp whine song >@insect
        N crickets cicadas bees flies
        V croak <frog,frogs,toad,toads
        E croak croaking >frog,frogs,toad,toads""",
    "owl": """
        V hoot call cry screech shriek ~owl,owls
        E hoot hoots hooting -train,car,laughter,derision
        V hoot -car,train,crowd,laughter
        N owl""",
    "dog": """
        V bark growl snarl howl yelp whimper bay whine yap pant ~@dog
        E bark barks barking yelp yelping growl snarl snarling baying -tree,trees,orders,birch,oak,elm,pine,beech,ash,willow,cedar,trunk,log
        V growl snarl yelp whimper -stomach,voice,engine,thunder
        N dog dogs hound hounds
        V give >tongue <hounds,hound,dogs,pack
        V snuffle sniff scratch <dog,dogs,hound,hounds""",
    "wolf": """
        V howl bay snarl growl ~wolf,wolves,coyote,coyotes,jackal,jackals
        E howl howls howling >wolf,wolves,coyote,coyotes
        N wolf wolves""",
    "impact": """
        E thud thump crash bang boom smash clatter crunch clunk collision slam thwack whack clang clangour -light,lights,sunlight,moonlight,
            daylight,colour,colours,color,colors,memory,memories,grief
        V crash smash slam collide thud bang thump boom clatter clang smack crunch whack -wave,waves,tide,sea,surf,silence,heart,door,
            light,lights,sunlight,moonlight,daylight,colour,colours,color,colors,memory,memories,grief,panic,realisation,realization,music,party,screen,brakes,voice,head,down,flat,sofa,couch,place,market,prices,shares,weekend
        V pop <cork,corks,balloon,button,bubble,flashbulb,flashbulbs
        V rattle -voice,off,nerves,him,her,me,them,us,confidence,on,breath
        V hammer drill chop pound chisel >nail,nails,wall,wood,logs,log,planks,plank,board,boards,iron,anvil,stone,rock,metal,into
            -heart,rain,pulse,home,head,temples,blood,down
        V snap <rope,ropes,cable,twig,twigs,branch,branches,stick,string,mast,bone,line,wire -fingers,out,photograph,picture
        V slam bring bang smash hit strike ~fist,fists,hammer,mallet,gavel,axe >table,desk,wall,door,floor,down
        V hit strike slap punch kick >wall,table,desk,floor,ground,face,cheek,stone,jaw -upon
        V fall topple drop clatter crash tumble >floor,floors,ground,stage,boards,flagstones,tiles,stairs,over,storeys,pavement,street
            <lamp,tray,book,sword,plate,knife,chair,table,cup,candlestick,tree,hammer,key,keys,pen,box,@heavy
        E thunk clank bump whump wham -goose,speed
        E crack snap ~loud,sharp,sudden,sickening,terrible,deafening,splintering -dawn,whip,ice,glass,finger
        V topple crash clatter smash thud tumble keel land <@heavy,@droppable
        V drop <@person >@droppable,@heavy -voice,eyes,subject
        V burst explode <boiler,pipe,pipes,tyre,tire,dam,balloon,barrel,barrels,keg
        V ram bump bash thump batter thwack clout cuff kick >wall,table,door,desk,floor,ground,side,ribs,head
        E banging crashing hammering thudding pounding thumping -heart,head,pulse,rain,hooves,door,music
        V fall drop slip tumble clatter >hand,hands,fingers,grasp,lap,table <@droppable,@heavy -into
        V go >bang,crash,thump,wham,thud,boom <it,something,door,drum,gun
        V hit strike >stairs,pavement,deck,boards,tiles,flagstones,rocks,hull -upon
        V strike hit bump bang knock crack <@person >head,shoulder,shin,knee,elbow,skull -nail
        E slap smack <land,lands,landed,fall,falls,fell,down,shut,closed -face,cheek,wrist,waves,water
        V slap smack thump clap <@person >cheek,face,back,thigh,table,shoulder,knee
        V hit strike smack >ceiling,roof,window,road,bottom,side,wood,pane,trunk -upon,idea
        E thock thwock bonk splat crump whomp pow bam wallop clonk clunk smack slam
        V bite chop hack sink <axe,hatchet,cleaver >trunk,wood,tree,bark,door,log,block,root
        E chopping drilling digging""",
    "bodyfall": """
        V collapse crumple slump topple sink fall drop keel pitch sprawl stagger tumble <@person,body,knees >knees,floor,ground,knee,
            heap,stage,boards,feet,dust,snow,earth,down,backward,backwards,
            heavily,headlong,flat,against,hard,full-length,dead,stairs -asleep,silent
        V collapse crumple faint swoon <@person
        E thud thump >body,knees
        V hit strike thud land <body,bodies,@person >floor,ground,stairs,boards,pavement,deck,dirt,earth,flagstones,heap -fist,fists,
            stick,hammer""",
    "whoosh": """
        E whoosh swoosh swish
        V plunge plummet hurtle drop <chandelier,chandeliers,icicle,icicles,beam,statue,stone,@heavy >past,down,onto,from -hand,price
        V whoosh swoosh swish whizz whiz
        V whistle whine <arrow,arrows,bullet,bullets,shell,shells,stone,ball,rope,whip,blade,spear
        V rush sweep swoop streak shoot sail soar hurtle fly zip whip race ~past,overhead -time,days,years,tears,blood,hours,weeks,
            words
        V rush roar whistle <air
        V hiss whir sing whistle whip <arrow,arrows,spear,spears,javelin,dart,darts,bolt
        V sigh escape billow <steam,vapour,vapor
        V crack snap lash ~whip,whips
        E crack lash >whip,whips""",
    "falling": """
        V drop <i,you,we,he,she,they,body,me >into,through,down,endlessly,towards,toward,from,deeper,faster,and,away -@droppable,@heavy,
            hand,hands,voice,eyes
        V plummet plunge tumble fall hurtle spiral <i,you,we,he,she,they,body,me >@none -thing,
            work,task,conversation,story,business,asleep,love,silent,knees,floor,behind,
            short,water,sea,lake,sleep,back,ill,trap,place,category,pieces,arms,in
        E freefall""",
    "debris": """
        V crumble collapse cave topple disintegrate splinter ~@stonework -tears,night,silence,asleep,curtain
        V rain shower tumble clatter crash fall crumble patter <plaster,rubble,debris,masonry,stones,bricks,rocks,tiles,timbers,dust,
            ceiling,roof,wall,walls -silence,asleep,tears
        V fly slice hit strike pelt whirl swirl scatter cascade slide skitter spill <debris,rubble,shrapnel,splinters,stones,pebbles,
            gravel,boulders,rocks
        V give >way <@stonework,@ground
        E avalanche landslide rockfall
        E explosion explosions detonation detonations -applause,laughter,mirth,rage,anger,joy,sound,colour,color,light
        V explode detonate <bomb,bombs,shell,shells,grenade,grenades,mine,mines,dynamite,torpedo,gas,ship,tank,tanker,magazine,
            warehouse,building,house,bridge,car,truck,lorry,engine -rage,anger,laughter,applause
        V burst <shell,shells,bombs,bomb -walnut,egg
        V blow >up <bridge,ship,house,building,mine,tanker,car,magazine,warehouse,train -balloon,balloons
        V rattle patter rain pelt slide roll <pebbles,gravel,stones,rocks,plaster,shingle
        V come crash thunder topple >down <scaffold,scaffolding,roof,ceiling,wall,tower,beams,timbers,chimney -to""",
    "rumble": """
        V grumble growl <millstone,millstones,wheel,wheels,cart,carts,wagon,machinery,mill,stones
        E rumble rumbling tremor tremors earthquake quake -fear,hand,voice,hands,excitement,stomach,thunder,train,engine,conversation
        V stampede <herd,cattle,horses,buffalo,sheep,elephants
        V rumble quake <@ground,stomach,earth,mountain,volcano
        V shake tremble shudder vibrate heave convulse rock tilt lurch groan ~@ground -head,hand,hands,fist,finger,voice,lips
        V rumble -stomach,voice,train,engine,thunder
        V growl rumble gurgle <stomach,belly,stomachs""",
    "time-slow": """
        V slow freeze stop stretch halt dilate crawl suspend distort drag thicken warp <time,seconds,minutes -bomb,watch,for,by,this,
            first,last,next,had,meaning,mattering,being,making,two,three,five,ten,fifteen,twenty,few,several
        V stand >still <time
        V move happen unfold fall play turn drift ~slow,motion >motion,slow
        E slow-motion
        V slow crawl <everything,world,universe,clock,clocks -fire,traffic""",
    "tap": """
        E tapping taps -water,dance,beer
        V tap drum patter click >finger,fingers,table,desk,glass,shoulder,window,floor,foot,nails,keys,cane,stick,on,against,
            tabletop,arm <@person,hand,hands,fingers,finger,cane,stick,foot,branch,pen,nails -door,heart
        V tap drum <fingers,finger,cane,stick,branch,pen,nails,foot,twig
        V tap >on,against
        V skitter scuttle scrabble <claws,claw,nails,rat,rats,mouse,mice,crab,crabs,squirrel,lizard,beetle,it,something
        V clack clatter rattle click tap <typewriter,typewriters,keyboard,keys,needles,beads,dice,abacus,shutters,teeth,pebbles,gravel,
            loom
        V clack -heels,boots
        E clack clacking pop snap patter ~with,faint,dry,soft,little -fingers,rain,quiz,music,pop
        V pop -in,out,up,eyes,over,down,round,head,question,by
        V rattle >pane,window,panes,glass <pebbles,gravel,branch,twigs,fingers
        E scrabbling scuttling skittering pattering
        E scratching scratch >door,window,wall,walls,pane,panes,shutter,shutters,floor,floorboards,ceiling,wainscot
        V tap <@person -resources,into,market,phone,phones,line,tree,trees,keg,barrel,talent,out
        V chatter click grind gnash <teeth""",
    "switch": """
        V flick flip press push click throw hit pull snap turn ~switch,switches,lightswitch,lever,button,buttons,lamp,dial -attention
        V click snap switch turn <light,lights,spotlight,spotlights,lamp,lamps,floodlights >on,off,out -be,@flame
        V click snap switch turn <@person >light,lights,spotlight,spotlights,lamp,lamps,floodlights,radio,torch -@flame
        V go come die <lights,spotlight,spotlights,floodlights,headlights,streetlights,streetlamps >on,off,out -be,@flame,distance,village,
            houses,windows,town,ship,harbour,harbor,shore
        E click clicks clicking -heels,fingers,tongue
        V click -heels,tongue,fingers,door
        V cock rack load reload chamber snap slide work >bolt,rifle,pistol,gun,revolver,shotgun,hammer,magazine,cartridge
        V turn grate click rattle scrape grind fumble ~key,keys,doorknob,knob,handle,latch >lock,keyhole,latch,handle,doorknob,knob
        V draw <bolt,bolts -curtain,curtains,@sword
        V snap click flick <lock,latch,catch,lighter,torch,shutter
        V snap flick switch turn click ~torch,radio,television,set,lantern,lamp >off,on -heel,heels
        V turn rattle twist jiggle click move <handle,doorknob,knob,latch""",
    "creak": """
        E creak creaks creaking squeak squeaks squeaking
        V creak squeak
        V groan moan complain scrape grate grind strain protest ~@wood
        E groan groaning scrape scraping grinding >@wood,metal,stone
        V rasp scrape scratch grate -voice,voices,by,together,head,chin,ear,face,itch,breath,nose,beard,living,nerves,words,surface
        V squeal <hinges,hinge,gate,door,wheel,wheels,pulley,axle
        V squeal -tyres,tires,brakes,pig,pigs,puppies,kittens,fugitives,@person,delight
        E groan groans creaks >@wood,hinges,timber
        E scream shriek shrieks screech squeal groan groans whine >metal,iron,steel,hinge,hinges,rust,cable,cables
        V groan shriek screech scream squeal whine <metal,iron,steel,hinge,hinges,cable,cables,chain,chains,girder,girders,pulley,winch
        V give let >groan,creak <@wood,@ground
        V drag haul lug heave scrape <@person,something,it >across,along,over,floor,boards,stones,gravel -feet,foot,hours,days
        E sawing scrubbing
        V shriek squeal scream whine <stairs,stair,boards,floorboards,hinge,hinges,gate,door,planks""",
    "chain": """
        V clank rattle jangle clink drag scrape jingle clatter ~@chain
        E clank clanking rattle jangle clink >@chain
        E clanking
        V clank jangle
        V jingle clank clink rattle jangle creak ring <armour,armor,mail,chainmail,harness,spurs,bracelets,bangles,medals,handcuffs,
            bridle,keys,coins
        V spill clink jingle ring fall roll scatter clatter tumble drop <coin,coins,keys,medals,sovereigns,ducats
        E rattle rattling jangle -music,voice,throat,window,windows,gunfire,snake,breath
        V fall drop slip slither <chain,chains,shackles,manacles,fetters,padlock,handcuffs""",
    "sword": """
        V clash draw unsheathe ring hiss slide whistle sing swing scrape meet flash ~@sword -curtain,bread,meat,butter
        E clash clang ring hiss scrape >@sword
        V unsheathe
        V clash ring meet clang parry scrape <steel,blades,swords,blade""",
    "phone": """
        V ring buzz vibrate chirp ping trill shrill beep blare ~@phone
        E ringtone dial-tone
        E ring ringing buzz shrill >@phone
        V ping chime go beep <@phone""",
    "silence": """
        E hush -hush
        V fall descend settle reign follow engulf spread return hang stretch blanket swallow fill envelop close press deepen come drop
            prevail wrap grow answer greet surround thicken lengthen drown consume <silence,stillness,quiet,hush
        V fall go become grow turn fade die lapse >@still,silence,quiet -to,see
        V fade cease stop die end dwindle subside vanish disappear dissolve recede evaporate quieten melt cut dim ebb trail
            <@noise -swell,swells,swelled,rise,rises,rose,ebb,ebbs,flow,grow,grows,grew
        V break <@noise >off
        V be <silence,stillness,hush >total,complete,absolute,utter,perfect,profound,deafening,unbroken,immense
        V be >silence,quiet,soundless,noiseless <there,it,all,everything,then,world
        V be >silent,quiet,hushed,soundless <room,house,hall,world,everything,all,night,street,streets,forest,it,theatre,theater,
            stage,city,air,gallery,church,museum,library,office,cathedral,garden,square,station,ship,cabin,kitchen,corridor,hallway,
            village,town,sea,wood,woods,valley,desert,castle,palace,temple,place,chamber,building,apartment,cave
        V still <world,everything,all,air,room,wind,house,city,earth
        E sound noise ~no,single,not -but,except,save,from,of,like,louder,mouth,lips,throat,voice,make,makes,made,comes,came,come,making
        E silence ~follows,absolute,deafening,sudden,total,complete,utter,heavy,thick,profound,perfect,deathly,dead,eerie,terrible,
            long,hollow,crushing,sacred -in,broken,breaks,broke,break,vow,breaking
        E silence >falls,fell,follows,followed,descends,descended
        S silence quiet stillness hush
        V speak move stir breathe answer budge reply <nobody,nothing,none -loath,else,further
        V say utter breathe <nobody,none >word,anything,name
        V go fall >dead <line,phone,telephone,radio,receiver
        V cut die >out <engine,engines,motor,machine,machines,generator,pump,fan,music,sound
        V hold >breath <forest,world,night,wood,woods,city,street,valley,sea,earth,village,universe
        V be fall go >silent,quiet,mute <bell,bells,drums,drum,guns,telephone,birds,crickets,radio,organ,engines,cannon,voices,machines,
            dogs,instruments,wind""",
}
