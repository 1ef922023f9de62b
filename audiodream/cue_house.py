"""Words for the sounds of doors, cloth, paper, glass, bells and clocks: rules of `cue_words`."""

from __future__ import annotations

HOUSE: dict[str, str] = {
    "door-open": """
        V open reopen unlock unlatch unbolt swing fling burst throw push pull wrench slide creak yank crack slip ease ~@door >open,
            opens,wide,inward,inwards,outward,ajar
        V open reopen unlock unlatch unbolt unbar ~@door -eyes,mouth,heart,mind,lips,onto,pages,book,wound
        V swing part ~door,doors,gate,gates -shut,closed,close,crowd
        V fling burst throw push pull wrench swing tug heave kick force ~door,doors,gate,gates,hatch,trapdoor -shut,closed,close,to,
            against,shoulder,weight,herself,himself,myself,themselves,yourself
        V bang crash smash creak groan whine squeal sigh hiss slide glide grate scrape ease swing fly spring pop jerk shudder rumble
            roll whir ~@door >open,wide,aside,apart,ajar,inward,inwards""",
    "door-close": """
        V slam shut bang close clang click thud swing pull push snap boom clap ~@shutdoor >shut,closed,to,behind
        V slam shut close bang lock bolt clang latch bar clap boom ~@shutdoor -eyes,eye,mouth,mind,heart,hand,fist,deal,on
        V slam bang boom clang thud <@shutdoor
        V crash drop fall rattle swing ease draw roll grind descend ~@shutdoor,portcullis,grille,grating,barrier >shut,closed,to,home,
            down,behind -curtain
        V slide shoot drive ram thrust <@person,bolt,bolts >bolt,bolts,home -knife,sword
        V clang slam clank fall drop crash <portcullis,grille,grating,barrier,drawbridge""",
    "knock": """
        E knock knocking knocks rapping -knees,together,trunks,hulls,boats,pipes
        V knock >@on,door,twice,thrice,once,again,loudly,softly,three -over,down,off,out,unconscious,back,head,knees
        V knock <@person,somebody,someone,visitor,stranger,hand,knuckles -over,down,off,out,unconscious,back,head,knees,about,around,into,
            aside,away,through,from,up,glass,lamp,vase,chair,cup,him,her,them,me,us
        V rap hammer pound bang beat thump >door,doors,gate,window,shutters -rain,hail,sleet,snow,wind,waves,storm
        V rap >on,at,against,twice,thrice,three,once,smartly,sharply -stage,song,music,lyrics
        V rap hammer pound bang beat thump drum thud >@shutdoor,wall,glass,panel -hand,hands,rain,hail,sleet,snow,wind,waves,storm
        V rap -stage,song,music,lyrics,knuckles
        E tap >door,window,pane,shutter,shutters,wall""",
    "curtain": """
        V rise fall open part lift close draw drop descend sweep swing billow lower raise tear stir pull rustle flutter ascend ripple
            twitch sway go come ~@curtain -eyes,eyelids,rain,ivy,hair
        V roll fly rise descend drop fall lift <backdrop,backcloth
        V rise descend <cloth""",
    "cloth": """
        E rustle rustling swish swishing flapping whisper flutter swirl >@cloth
        V rustle swish flap flutter swirl whisper billow sweep rip ripple drag trail snap brush crackle slide ~@cloth -@curtain
        V rustle swish flap >past,by,wind -leaves
        V flap snap crack billow <sail,sails,flag,flags,banner,banners,tent,tarpaulin,washing,sheet,sheets -glass
        V flap -wings,wing,arm,arms,hand,hands,mouth,lips,fingers
        V skitter scutter scuttle <leaves,leaf,paper,papers,litter -trees,branches
        V tear rip rend ~@cloth,linen,shirt,bandage,canvas
        V slide slip fall drop slither >ground,floor,away,off <canvas,sheet,cloth,veil,drape,cover,tarpaulin,silk,satin -rain,snow
        V slither slink writhe <something,it,snake,serpent,creature,thing
        V snap shrug tug struggle >gloves,coat,cloak,shawl,jacket,shirt <@person
        E rustle swish flapping rustling -leaves,leaf,paper,pages
        E slap flap crack snap snapping cracking flapping >canvas,sail,sails,flag,flags,cloth,banner,banners,pennant,pennants,awning""",
    "paper": """
        V rustle turn flip tear rip crumple crinkle unfold fold shuffle riffle leaf flutter crackle unroll scrawl scribble open screw
            leaf thumb ~@paper -over,leaf,away,life,attention,round,to,head,door
        E rustle rustling riffling crackle shuffle crinkle flutter tearing scratch >@paper,pen,quill
        V scratch scrape scribble <pen,quill,pencil,nib
        N page pages
        V snap slam shut close clap thump ~book,ledger,diary,bible,volume,album,tome -account,eyes
        V shuffle deal fan >cards,card,deck <@person,cards""",
    "glass-crack": """
        V crack fracture splinter splits fissure fault ~@brittle -voice,smile,lips,lip,joke,jokes,knuckles,skin,whip,dawn,door,case,
            code,safe,thunder,open
        V form appear spread spider spiderweb creep snake run race web widen grow branch splinter emerge multiply lengthen deepen open
            cross ~crack,cracks,fissure,fissures,fracture,fractures,fault
        E crack cracks fissure fissures fracture fractures cracking splintering >glass,ice,mirror,window,wall,walls,ceiling,canvas,
            painting,sculpture,surface,plaster,pane,statue
        E cracking splintering
        N crack
        V boom groan crack snap creak <ice,lake,glacier,floe
        V star craze <windscreen,windshield,pane,glass,ice,mirror""",
    "glass-shatter": """
        V shatter smash -silence,dream,dreams,illusion,peace,calm,hope,hopes,heart,record,nerves,world,life,lives,confidence,faith,
            trust,composure,quiet,soul,mind,stillness,glassless
        V break burst explode split fly crumble disintegrate fall drop collapse dissolve ~glass,glasses,window,windows,pane,panes,
            mirror,mirrors,vase,goblet,crystal,bottle,chandelier,windshield,windscreen,porcelain,bulb,bulbs,sculpture,statue >pieces,
            shards,fragments,apart,floor,ground,smithereens,splinters,thousand,million
        V break burst explode smash <glass,window,windows,pane,mirror,mirrors,vase,goblet,bottle,chandelier,bulb,bulbs,jug,bowl,@tableware
        V break smash >window,windows,pane,mirror,vase,bottle,glass
        E shattering tinkle crash smash smashing tinkling >glass,crystal,window,windows,china,crockery,plates
        V rain shower scatter skitter tinkle fall <shard,shards,fragments,splinters,fragment
        V go fly come blow shatter burst shiver <@glass >pieces,smithereens,bits,shards,fragments,splinters
        V break burst explode smash <windscreen,windshield,windowpane,@glass -ice,sculpture,statue,news""",
    "glass-ring": """
        V clink chink clank tinkle >@none,together,glass,glasses,ice,goblets,bottles
        V clink chink
        V raise touch >glasses,glass,goblet -eye,lips
        V ring sing chime hum resonate vibrate tremble quiver shiver <glass,crystal,goblet,goblets,sculpture,chandelier,rim
        V rattle clatter jingle clink chatter shake <@tableware -voice,teeth
        E clink clinking chink tinkle rattle >glass,ice,crystal,@tableware
        V tinkle clink chink rattle jingle <ice,cubes,glasses,tumblers,crystal,spoon,teaspoon,crockery
        E clink clinking chink""",
    "chimes": """
        E chimes chime tinkling jingle jingling windchimes -clock,bell
        V chime tinkle jingle -clock,in,bell,bells
        V ring sound sway <chimes,chime
        V plink tinkle play <box,music-box
        E tinkle
        E plinking tinkling tinkle >music,box,piano,harp""",
    "bell": """
        V ring toll peal chime clang sound jangle strike tinkle jingle boom knell resound go echo ~@bell
        E toll tolling peal pealing clang clanging ringing ring clamour knell >bell,bells
        V ding ping -pong
        V go <bell,bells,doorbell >ding,dong,bong,ting,clang
        V toll peal -paid,took,taken,pay,heavy,road
        N bell bells gong doorbell
        E knell carillon
        E stroke strokes >midnight,noon,twelve,eleven,ten,nine,eight,seven,six,five,four,three,two,one
        V dong
        E ding ping dong
        V ring <@person >bell,for,maid,servant,butler -phone,telephone
        E stroke strokes >tower,clock,bell,church,steeple,hour,belfry""",
    "clock": """
        V tick tock strike chime whir ~@clock
        E ticking tick ticks tick-tock >clock,clocks,watch,metronome
        V strike chime toll <clock,clocks,bell,bells,it,tower,church,cathedral,watch,hour,abbey >midnight,noon,twelve,eleven,ten,nine,
            eight,seven,six,five,four,three,two,one,hour,hours,quarter -match,pose,wall
        V tick -box,off,list,rafters,beams,timbers,roof,stove,engine,motor,radiator,metal,iron,pipes,meter
        V go <clock,clocks >tick,tock,bong,ding,dong
        N clock clocks
        E ticking""",
}
