"""Words for the sounds of water, weather, fire and current: rules of `cue_words`."""

from __future__ import annotations

ELEMENTS: dict[str, str] = {
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
}
