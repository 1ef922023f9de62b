"""Words for cries and music: rules of `cue_words`."""

from __future__ import annotations

MUSIC: dict[str, str] = {
    "scream": """
        E scream screams screaming shriek shrieks shrieking screech wail wails wailing howl howls cry -wind,brakes,tyres,tires,siren,
            sirens,gulls,wolves,wolf,dog,dogs,hue,gale,storm,kettle,metal,iron,steel,hinge,hinges,rust,rails,cable,cables,wheels
        V scream shriek screech wail howl -wind,storm,@car,brakes,tyres,tires,siren,sirens,wolf,wolves,dog,dogs,gale,alarm,headline,
            headlines,colours,colors,laughter,kettle,money,@cloth
        V cry yelp squeal >out,pain,terror,agony,anguish,fear
        V let >scream,shriek,wail,howl,cry
        V yelp squeal squawk yowl ululate <@person -delight
        E yelp yelps squeal squeals yowl -@dog,brakes,tyres,tires,pig,pigs,@train,@car""",
    "shout": """
        E shout shouts shouting yell yells yelling bellow bellows bellowing outcry
        V shout yell bellow holler
        V cry call >out,help,after,down,across,back -for,attention,bluff
        V roar bark bellow <@person -laughter,crowd,@dog
        V roar bellow <dragon,lion,beast,monster,bear,bull,tiger,giant,ogre,troll
        V let give utter >roar,bellow,yell,shout <@person,monster,dragon,lion,beast,creature,bull,bear""",
    "choir": """
        V sing chant intone hum rise soar swell lift begin join echo ~choir,choirs,chorus,choristers,monks,nuns,congregation,hymn,
            hymns,psalm,psalms,chant,chants,angels
        V sing chant <voices,singers,they,women,men,children,crowd
        E chanting chant chants hymn hymns plainsong choir choirs
        N chorus""",
    "music-swell": """
        V swell rise build soar crescendo play begin start strike burst fill float drift surge climb mount thunder flood resume grow
            pour ~@music -occasion,curtain,shatter,pit,stalls
        E crescendo symphony overture fanfare -senses,of
        V strike >tune,waltz,up
        V wake awaken erupt explode launch strike <orchestra,band,symphony,quartet,musicians
        E swell strains crescendo burst blare >@music
        V play sing tune <band,orchestra,musicians,quartet,fiddler,pianist,violinist,organist
        N music orchestra
        V play start crackle blare <gramophone,record,radio,jukebox,phonograph,accordion,concertina,bagpipes,piper,fiddle,fiddles -news
        V crash thump pound pulse <bass,beat,chords,keys
        V come >in <strings,violins,brass,drums,horns,orchestra,choir,woodwinds
        V groan wheeze blare peal thunder <organ""",
    "note": """
        V bloom unfold open leak waver swell burst <chord,chords,note
        V hang hover linger quaver drift float rise sound ring <note,notes,chord,chords,melody,arpeggio -sticky,paper
        V sing <violin,violins,cello,flute,guitar,trumpet,horn,strings,fiddle,bugle,clarinet,oboe
        V play strike pluck sound hold touch press hit blow ~@instrument -door,lock,phone,letter,paper,map,pocket
        E note notes chord chords arpeggio >piano,violin,music,melody,cello,flute,guitar,harp,organ,trumpet,horn,song,rings,hangs,
            hang,sounds,high,low,single
        V strum pluck twang
        V sing croon hum whistle <@person >song,lullaby,tune,hymn,ballad,carol,aria,air,waltz -praises
        V whistle <@person -past,wind,bullet
        V whistle shriek sing hiss scream <kettle
        V blow sound >whistle,whistles,pipe,pipes -nose
        E note notes tone tones chord ~resonant,single,pure,clear,high,low,sustained,deep,shrill,piercing,haunting,mournful,musical,
            discordant,final,lone,ringing -voice,bank,paper,letter,said,says,say,spoke,asked,answered,replied
        N piano violin cello flute guitar harp trumpet horn bugle lullaby melody
        V bray blare sound blow echo shrill ring <horn,horns,trumpet,trumpets,bugle,bugles,trombone,trombones
        V sing croon yodel <@person,voice -praises,birds,choir,chorus,nuns,monks,congregation
        E blast blasts toot >whistle,horn,trumpet,bugle,conch
        V let give blow >whistle
        V plink plonk plunk pluck strum
        E whistle toot whistling -train,wind,engine,steam,gale,bullet,storm
        V answer reply call speak <violin,violins,cello,flute,guitar,trumpet,horn,oboe,clarinet,bugle
        V pick strum tinkle finger >tune,melody,chords,air,notes,scales <@person,lute,guitar,harp,banjo,piano""",
    "drum": """
        E drumbeat drumbeats drumming drumroll drums -fingers,rain,heart,applause,clapping,hooves
        V beat pound roll throb thunder sound boom ~@drum -ear,ears,heart,rain
        N drum drums
        V strike hit bang rattle tap play ~@drum -@door,heart,fingers,fist
        V clash crash ring <cymbal,cymbals""",
}
