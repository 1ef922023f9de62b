"""Words for the sounds of water, weather, fire and current: rules of `cue_words`."""

from __future__ import annotations

ELEMENTS: dict[str, str] = {
    "water-ripple": """
        V ripple lap eddy swirl ~@water
        V ripple -@cloth,laughter,applause,muscles,muscle,murmur,murmurs,crowd,whisper,whispers,pain,fear,excitement,light,news,shock,
            gasp,gasps,sigh,sighs,groan,hum,cheer,hush,giggle,giggles,shudder,shiver,tremor,unease,alarm,relief,panic,surprise,
            consternation,audience,guests,congregation,throng,skin,spine
        E ripple ripples lapping >water,surface,pond,pool,lake
        V lap >shore,hull,bank,edge,boat,feet,pier,quay,stones,ankles,against -up
        N ripples
        V lap >at -up,milk,@dog,cat""",
    "splash": """
        E splash splashes splashing plop
        V splash slosh plop squelch splatter -colour,color,paint
        V dip pull rise <oar,oars,paddle,paddles
        V fall tumble slip drop sink jump leap <@person,boat,stone,body >water,lake,river,sea,pool,pond,ocean,canal,harbour,harbor
            -love
        V plunge dive wade >water,lake,river,sea,pool,pond,ocean,waves,canal,harbour,harbor
        V wade splash paddle slosh <@person >water,surf,stream,river,shallows,mud,puddles,ford,creek,brook,swamp,marsh
        V plunge dive sink disappear vanish slip break crash go <@person >surface,waters,waves
        V toss throw fling hurl drop chuck cast >well,water,pond,lake,river,sea,pool,harbour,harbor,fountain,canal <@person -net,line,
            eye,glance,light,shadow""",
    "drip": """
        E drip drips dripping plink plinking -music,piano,harp,guitar
        V drip plink -sweat,honey,sarcasm,irony,jewels,diamonds,gold
        V fall plop splash <drop,drops,droplet,droplets -temperature,applause
        E plinks""",
    "waves": """
        V crash break lap roll pound thunder hiss roar sigh batter slap surge beat rush wash rise swell boom murmur whisper heave foam
            swallow engulf close crest curl toss drag churn ~wave,waves,surf,sea,ocean,breakers,tide,swell,shore -crowd,applause,
            emotion,pain,nausea,panic
        E crash roar boom lapping wash murmur hiss sigh thunder rhythm >wave,waves,surf,sea,ocean,breakers,tide
        E surf breakers
        N waves sea ocean
        V break lap boom crash slap ~wavelet,wavelets,swells,whitecaps""",
    "stream": """
        V babble bellow gurgle trickle flow rush murmur tumble splash bubble burble cascade roar chuckle run ripple ~stream,streams,brook,
            river,creek,fountain,waterfall,rivulet,spring,beck,torrent,falls,gutter,gutters -emotion,tears,blood,words,light
        E babble gurgle trickle murmur rush roar burble splash >stream,brook,river,creek,fountain,waterfall,falls,water
        V gurgle trickle burble bubble <water,pipe,pipes,drain,sink
        V gurgle burble gush trickle -laughter,joy,blood,sweat,tears,baby,infant
        N brook fountain waterfall stream river
        E gurgle burble gurgling
        V chatter sing prattle plash foam whisper tinkle <stream,streams,brook,brooks,river,creek,beck,fountain,rivulet,waterfall,burn
        V play <fountain,fountains
        V pour rush gush roar run flood surge cascade splash <water,waters,floodwater,flood -mouth,colour,color,eyes,drop,drops,droplet,
            droplets,bead,beads,cheek,cheeks,face,chin,nose,brow,forehead,neck,hair,lashes
        V run <tap,taps,faucet,shower,bath""",
    "rain": """
        V fall patter drum beat pour lash pelt drip hammer begin start hiss come spatter streak batter pound splash tap rattle drizzle
            sheet sweep dance blow slant run stream course wash whisper sing ~rain,rains,raindrop,raindrops,drizzle,downpour,sleet,hail,
            hailstone,hailstones -blows,kisses,shards,applause,petals,ash,fire
        V rain drizzle hail <it,sky,heavens
        E downpour cloudburst rainstorm rainfall
        E patter pattering drumming hiss beat drum rattle >rain,raindrops,hail,sleet
        E drizzle
        N rain
        V pour <rain -into
        V pour <it -out,into,from,through,over,across,onto
        V open <heavens,skies
        E pouring >rain
        V set >in <rain,drizzle,downpour""",
    "thunder": """
        E thunder thunderclap thunderclaps thunderstorm -applause,hooves,feet,like
        V rumble roll growl crack boom crash clap mutter peal ~thunder
        V rumble growl crack boom thunder split <@sky
        V thunder <it -is,was,isn't,wasn't
        V strike split flash crack fork rip tear stab <lightning
        E flash bolt stroke streak fork flashes bolts >lightning""",
    "wind": """
        V howl blow moan whistle sigh whip rush roar scream shriek gust sweep stir tug tear rise pick whisper sing rattle buffet keen
            wail sob carry hiss moan batter swirl lift rustle whine murmur chase comb tease toss worry brush hit slam pull drive claw
            lash batter drop ~wind,winds,breeze,gale,gust,gusts,draught,draft,tempest,storm,zephyr,squall -chimes,crowd
        V rustle whisper sigh stir sway toss thrash shiver <leaves,trees,branches,grass,reeds,pines,leaf,foliage,boughs,wheat,corn,
            poplars,forest
        V howl moan <storm,chimney,eaves
        E gust gusts >wind,air,@none
        E howl howling moan moaning sigh rush whistle roar rustle rustling >wind,winds,gale,leaves,breeze,trees,air,storm
        N wind breeze gale
        V howl roar shriek scream blow rage batter whistle tear wail sweep rip ~typhoon,hurricane,cyclone,blizzard,tornado,whirlwind,
            sandstorm,snowstorm
        V rage break burst descend batter <storm,tempest,squall,blizzard -heart,applause,protest""",
    "fire": """
        V crackle roar hiss spit snap lick burn blaze dance leap pop rage consume flicker sputter gutter spread engulf ~@fire -eyes,
            gun,guns,passion,heart,off,shot,shots,cheeks,mind
        E crackle crackling roar hiss snap popping >@fire
        V mutter murmur whisper sigh tick purr <fire,flames,stove,embers,hearth -voice
        E conflagration inferno
        V fall shift settle drop <coal,coals,log,logs,ember,embers >grate,hearth,fire,fireplace
        V burn blaze <house,building,city,barn,ship,forest,village,roof,tower -lights,sun,eyes
        V hiss pop crackle spit glow snap collapse <embers,ember,coals,kindling,logs""",
    "ignite": """
        V ignite -passion,hope,curiosity,imagination,desire
        V burst erupt explode go >flame,flames,fire
        V light strike flare spark scratch kindle ~match,matches,candle,candles,lantern,torch,fuse,cigarette,lighter,lamp,fire -up,sky,box
        V flare <flame,flames,fire,match,torch,light,sparks,torches
        V catch >fire
        V roar come >alive,life <fire,embers,furnace,torch,stove,brazier
        V leap flare spring shoot blaze >up,alive,life,higher <flame,flames,fire,embers,furnace,torch,stove,brazier
        V blow >embers,coals,tinder""",
    "crackle": """
        V crackle fizz fizzle sizzle hiss spark arc spit buzz snap pop ~@electric,fuse,fuses,box,socket,plug,switchboard
            -tension,anticipation,excitement,@fire
        E crackle crackling static sizzle fizz hiss -tension,humor,humour,genius,hope,life,joy
        V hiss -i,he,she,we,they,you,voice,voices,crowd,audience,snake,cat,goose,geese,teeth,@person
        V crackle sizzle fizz -tension,anticipation,excitement,expectation,voice
        V crackle hiss squawk whine screech buzz pop burst splutter sputter squeal <radio,loudspeaker,speaker,speakers,tannoy,intercom,
            walkie-talkie,headset,microphone,receiver,transistor,amplifier,television
        V fly spit shower spray leap <sparks,spark""",
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
}
