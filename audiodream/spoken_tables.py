"""What is written short and what is said for it."""

from __future__ import annotations

from audiodream.words import listed

MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "jun": "June", "jul": "July", "aug": "August",
    "sep": "September", "sept": "September", "oct": "October", "nov": "November", "dec": "December",
    "jany": "January", "feby": "February", "septr": "September", "octr": "October", "novr": "November", "decr": "December",
}
"""The last six are of old letters."""
MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
DAYS = {
    "mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "thur": "Thursday",
    "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}

TITLES = {
    "mr": "Mister", "mrs": "Missus", "ms": "Miz", "messrs": "Messers", "mme": "Madame", "mlle": "Mademoiselle", "dr": "Doctor",
    "drs": "Doctors", "prof": "Professor", "capt": "Captain", "cpt": "Captain", "col": "Colonel", "gen": "General", "maj": "Major",
    "lt": "Lieutenant", "sgt": "Sergeant", "cpl": "Corporal", "pvt": "Private", "cmdr": "Commander", "adm": "Admiral",
    "brig": "Brigadier", "rev": "Reverend", "hon": "Honorable", "gov": "Governor", "pres": "President", "sen": "Senator",
    "rep": "Representative", "fr": "Father", "sr": "Sister", "br": "Brother", "msgr": "Monsignor", "supt": "Superintendent",
    "insp": "Inspector", "det": "Detective", "mt": "Mount", "ft": "Fort", "pt": "Point", "st": "Saint", "ste": "Sainte",
    "sts": "Saints", "bros": "Brothers", "revd": "Reverend", "mssrs": "Messers",
}
"""Before a name with a capital."""
BARE_TITLES = frozenset({"mr", "mrs", "ms", "messrs", "mme", "mlle", "dr", "st", "mt", "lt", "capt", "sgt", "prof", "rev", "revd", "col",
                         "gen"})
"""Also without a dot, as the British write them."""
AFTER_NAME = {
    "jr": "Junior", "sr": "Senior", "esq": "Esquire", "bros": "Brothers", "co": "Company", "corp": "Corporation",
    "inc": "Incorporated", "ltd": "Limited", "plc": "P L C",
}
STREETS = {
    "st": "Street", "ave": "Avenue", "av": "Avenue", "rd": "Road", "blvd": "Boulevard", "dr": "Drive", "ln": "Lane", "sq": "Square",
    "pl": "Place", "ct": "Court", "hwy": "Highway", "pkwy": "Parkway", "terr": "Terrace", "cres": "Crescent",
}
STATES = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado", "Conn": "Connecticut",
    "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana", "Kan": "Kansas", "Kans": "Kansas",
    "Ky": "Kentucky", "La": "Louisiana", "Mass": "Massachusetts", "Md": "Maryland", "Mich": "Michigan", "Minn": "Minnesota",
    "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana", "Neb": "Nebraska", "Nev": "Nevada", "Okla": "Oklahoma",
    "Ont": "Ontario", "Ore": "Oregon", "Pa": "Pennsylvania", "Penn": "Pennsylvania", "Que": "Quebec", "Tenn": "Tennessee",
    "Tex": "Texas", "Va": "Virginia", "Vt": "Vermont", "Wash": "Washington", "Wis": "Wisconsin", "Wyo": "Wyoming",
    "N.C": "North Carolina", "N.D": "North Dakota", "N.H": "New Hampshire", "N.J": "New Jersey", "N.M": "New Mexico",
    "N.Y": "New York", "R.I": "Rhode Island", "S.C": "South Carolina", "S.D": "South Dakota", "W.Va": "West Virginia",
}
"""Behind a town and a comma. Keys without the last dot."""
POSTAL = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado", "CT": "Connecticut",
    "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa",
    "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan",
    "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio",
    "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming",
}
SAINTS = listed(
    "agnes albans andrew andrews ann anne anthony antoine augustine barnabas bartholomew basil benedict bernadette bernard brendan "
    "bride brigid catherine cecilia charles christopher clair clare clement columba croix cuthbert david denis dominic dunstan edmund "
    "elizabeth elmo etienne francis gabriel george germain giles gregory helen helena helens helier ignatius ives james jerome joan "
    "john johns joseph jude katharine kilda kitts lawrence leger leonard louis lucia lucy luke marc margaret mark martin martins mary "
    "matthew michael michel moritz nicholas nick olaf olave pancras patrick patricks paul pauls peter peters petersburg philip "
    "raphael rita sebastian stephen stephens swithin teresa theresa thomas tropez ursula valentine valentines vincent vitus")
ANYWHERE = {
    "e.g": "for example", "eg": "for example", "i.e": "that is", "etc": "et cetera", "&c": "et cetera", "vs": "versus",
    "wm": "William", "chas": "Charles", "geo": "George", "thos": "Thomas", "jas": "James", "robt": "Robert", "benj": "Benjamin",
    "viz": "namely", "cf": "compare", "ca": "circa", "approx": "approximately", "dept": "department", "govt": "government",
    "mfg": "manufacturing", "est": "established", "incl": "including", "misc": "miscellaneous", "assn": "association",
    "assoc": "association", "univ": "university", "esp": "especially", "a.k.a": "also known as", "ibid": "ibidem",
    "anon": "anonymous", "tel": "telephone", "temp": "temperature", "al": "al", "w/o": "without", "w/": "with", "b/c": "because",
    "bros": "Brothers", "jr": "Junior",
    "ph.d": "P H D", "m.d": "M D", "intl": "international", "natl": "national", "jan": "January", "feb": "February", "aug": "August",
    "sept": "September", "oct": "October", "nov": "November", "tues": "Tuesday", "thurs": "Thursday", "ariz": "Arizona",
    "calif": "California", "conn": "Connecticut", "minn": "Minnesota", "penn": "Pennsylvania", "tenn": "Tennessee",
    "okla": "Oklahoma", "ore": "Oregon", "abt": "about", "recd": "received", "obt": "obedient", "obdt": "obedient", "servt": "servant",
    "svt": "servant", "esq": "Esquire", "esqr": "Esquire", "eliz": "Elizabeth", "edwd": "Edward", "fredk": "Frederick", "jno": "John",
    "saml": "Samuel", "danl": "Daniel", "nathl": "Nathaniel", "richd": "Richard", "margt": "Margaret", "jos": "Joseph", "hy": "Henry",
    "blvd": "Boulevard", "pkwy": "Parkway", "hwy": "Highway",
}
"""With a dot behind, whatever follows. Keys without that dot."""
NEEDS_NO_DOT = frozenset({"e.g", "eg", "i.e", "etc", "&c", "vs", "a.k.a", "w/o", "w/", "b/c", "ph.d"})
BEFORE_NUMBER = {
    "no": "number", "nos": "numbers", "nr": "number", "vol": "volume", "vols": "volumes", "ch": "chapter", "chap": "chapter",
    "p": "page", "pp": "pages", "pg": "page", "fig": "figure", "figs": "figures", "ex": "example", "art": "article", "sec": "section",
    "op": "opus", "rm": "room", "apt": "apartment", "ext": "extension", "v": "verse", "vv": "verses", "c": "circa", "ca": "circa",
    "bk": "book", "eq": "equation", "ver": "version", "l": "line", "ll": "lines", "n": "note", "pt": "part",
    "hwy": "highway", "rte": "route", "lat": "latitude", "lon": "longitude", "yr": "year", "dep": "departs", "arr": "arrives",
    "tbl": "table", "ste": "suite", "cat": "category",
}

WORD_ACRONYMS = listed(
    "NASA NATO UNESCO UNICEF AIDS OPEC SWAT SCUBA RADAR SONAR LASER LEGO FIFA UEFA NAFTA ASEAN CERN DARPA FEMA HAZMAT PIN SIM RAM ROM "
    "GIF JPEG NASDAQ IKEA SARS COVID POTUS SCOTUS FLOTUS INTERPOL AWOL SNAFU FUBAR MASH TASER SEAL SEALS NIMBY YOLO CAPTCHA OSHA GUI "
    "WASP SALT START NORAD UNIVAC ENIAC BASIC FORTRAN COBOL RAID LAN WAN DOS BIOS SEATO QANTAS EPCOT BAFTA OXFAM ACAS RADA DEFRA "
    "SOWETO GULAG GESTAPO STASI")
"""Said as a word and left in capitals."""
LETTER_ACRONYMS = listed(
    "AD FBI CIA USA UK USSR UAE EU UN TV DVD VHS CD PC DNA RNA BBC ITV ABC CBS NBC HBO CNN ESPN HIV GPS UFO VIP CEO CFO CTO MBA BA "
    "BSC MA MSC PHD MD RN ER ICU IV EMT CPR IQ EQ ID DIY ATM RSVP PS PPS FYI BTW OMG LOL WTF ASAP AKA TBA TBD DOB DOA MIA POW KIA RIP "
    "SOS IOU IRA RAF RAAF USAF NSA MI KGB GRU SS IDF PLO NYPD LAPD NYC DC AI IBM HP GM GE BMW MG SUV RV ABS ACLU NAACP NRA IRS EPA "
    "FDA FAA FCC DEA ATF DOJ SEC IMF WTO NHS GP HR PR QA URL HTML HTTP HTTPS USB CPU GPU SQL API XML PDF SMS AC UV IR UHF VHF FM EST "
    "PST GMT UTC BCE CE BC ICBM TNT LSD DDT PCP THC CO LA MLA APA ADHD OCD PTSD ECG EKG MRI CT AA AAA UCLA USC MIT LSE NBA NFL NHL "
    "MLB UFC WWE AOL RPG NPC DJ MC MVP OJ JFK FDR LBJ MLK TLC UPS ISBN ISP ESA OED AGM EFL EST HMS USS OBE CBE MBE KC QC MP MEP JP DI "
    "DCI OK OAP YMCA YWCA")
"""Said letter by letter although a vowel would let one say them."""
CHAT = listed("brb tbh btw idk omg fyi imo imho lmk afk rn irl tbf")
"""Said letter by letter in small letters too."""
SHOUTABLE = listed(
    "US IT AM PM WHO ID LA OK AD MP CO MIA POW RIP AI PIN SEAL SALT START BASIC RAID PS MA PR SA SS DI AA AAA IV MI CE ER MASH")
"""Words, cries or names when everything around them is in capitals too."""
MAYBE_WORDS = listed("US IT AM WHO AD RAM START BASIC RAID SALT SEAL PIN POW RIP MASH MA AA AAA CO LA")
"""Also words: shouted unless the words around say otherwise."""
CRIES = listed(
    "HM HMM HMMM MM MMM SH SHH SHHH SSH PFFT PFT GRR GRRR BRR BRRR TSK PSST PST NTH ZZZ ZZ TSST MRS MR DR BZZ BZZT GRRRR CWM CRWTH "
    "MHM PHEW")

UNITS = {
    "km": "kilometers", "m": "meters", "cm": "centimeters", "mm": "millimeters", "nm": "nanometers", "µm": "micrometers",
    "μm": "micrometers", "mi": "miles", "yd": "yards", "yds": "yards", "ft": "feet", "in": "inches", "kg": "kilograms", "g": "grams",
    "mg": "milligrams", "lb": "pounds", "lbs": "pounds", "oz": "ounces", "l": "liters", "L": "liters", "ml": "milliliters",
    "mL": "milliliters", "cl": "centiliters", "gal": "gallons", "qt": "quarts", "pt": "pints", "tsp": "teaspoons",
    "tbsp": "tablespoons", "s": "seconds", "sec": "seconds", "secs": "seconds", "ms": "milliseconds", "min": "minutes",
    "mins": "minutes", "h": "hours", "hr": "hours", "hrs": "hours", "yr": "years", "yrs": "years", "mo": "months", "mos": "months",
    "wk": "weeks", "wks": "weeks", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "kW": "kilowatts",
    "kWh": "kilowatt hours", "MW": "megawatts", "W": "watts", "V": "volts", "kV": "kilovolts", "mA": "milliamps", "KB": "kilobytes",
    "kB": "kilobytes", "MB": "megabytes", "GB": "gigabytes", "TB": "terabytes", "dB": "decibels", "kJ": "kilojoules",
    "kcal": "kilocalories", "cal": "calories", "ha": "hectares", "hp": "horsepower", "mph": "miles an hour", "mpg": "miles per gallon",
    "kph": "kilometers an hour", "km/h": "kilometers an hour", "GB/s": "gigabytes per second", "MB/s": "megabytes per second",
    "Mbps": "megabits per second", "Gbps": "gigabits per second", "km/s": "kilometers per second", "ft/s": "feet per second",
    "kmh": "kilometers an hour", "m/s": "meters per second", "rpm": "R P M", "psi": "P S I", "bpm": "beats a minute",
    "wpm": "words a minute", "fps": "frames per second", "m²": "square meters", "m2": "square meters", "km²": "square kilometers",
    "km2": "square kilometers", "m³": "cubic meters", "cm³": "cubic centimeters", "cc": "C C", "°C": "degrees Celsius",
    "°F": "degrees Fahrenheit", "°": "degrees", "º": "degrees", "ºC": "degrees Celsius", "ºF": "degrees Fahrenheit", "%": "percent",
    "‰": "per mille", "¢": "cents", "cwt": "hundredweight", "fl": "fluid", "sq": "square", "cu": "cubic", "doz": "dozen",
    "kn": "knots", "°K": "degrees Kelvin",
    "°N": "degrees north", "°S": "degrees south", "°E": "degrees east", "°W": "degrees west",
    "gs": "guineas", "gns": "guineas", "Tbsp": "tablespoons", "tbs": "tablespoons", "Tbs": "tablespoons", "Tsp": "teaspoons",
    "ly": "light-years", "pc": "percent", "ppm": "parts per million", "ppb": "parts per billion", "eV": "electron volts",
    "keV": "kilo electron volts", "MeV": "mega electron volts", "GeV": "giga electron volts", "TeV": "tera electron volts",
    "Ma": "million years", "Ga": "billion years", "nmi": "nautical miles", "Mb": "megabits", "Gb": "gigabits", "kb": "kilobits",
    "Ah": "amp hours", "mAh": "milliamp hours", "Wh": "watt hours", "Nm": "newton meters", "AU": "astronomical units",
    "IU": "international units", "Pa": "pascals", "hPa": "hectopascals", "kPa": "kilopascals", "MPa": "megapascals", "mbar": "millibars",
    "Ω": "ohms", "kΩ": "kilohms", "lm": "lumens", "EUR": "euros", "USD": "U S dollars", "GBP": "pounds", "JPY": "yen",
    "CHF": "Swiss francs", "CAD": "Canadian dollars", "AUD": "Australian dollars", "INR": "rupees",
    "kbps": "kilobits per second", "px": "pixels", "pts": "points", "kts": "knots",
}
LONE_UNITS = frozenset(UNITS) - listed("in s h pt V W L l g mo mi ms cal fl sq cu ha gal pts pc ly gs % °")
"""Units that may stand as a word of their own behind a number without a dot."""
DOTTED_UNITS = listed(
    "in ft lb lbs oz yd yds sec min mins hr hrs yr yrs mi gal qt pt tsp tbsp sq fl cu mo mos wk wks secs doz cal cwt Tbsp tbs Tbs Tsp gs "
    "gns pts")
SAME_SINGULAR = frozenset(
    ["hertz", "kilohertz", "megahertz", "gigahertz", "horsepower", "percent", "hundredweight", "dozen", "square", "cubic", "fluid",
     "R P M", "P S I", "C C", "per mille"]
)

CURRENCIES = {
    "$": ("dollar", "dollars", "cent", "cents"), "US$": ("U S dollar", "U S dollars", "cent", "cents"),
    "HK$": ("Hong Kong dollar", "Hong Kong dollars", "cent", "cents"),
    "NZ$": ("New Zealand dollar", "New Zealand dollars", "cent", "cents"),
    "S$": ("Singapore dollar", "Singapore dollars", "cent", "cents"), "R$": ("real", "reais", "centavo", "centavos"),
    "A$": ("Australian dollar", "Australian dollars", "cent", "cents"), "C$": ("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"), "€": ("euro", "euros", "cent", "cents"), "¥": ("yen", "yen", "sen", "sen"),
    "₹": ("rupee", "rupees", "paisa", "paise"), "₽": ("ruble", "rubles", "kopek", "kopeks"), "₩": ("won", "won", "jeon", "jeon"),
    "₿": ("bitcoin", "bitcoins", "satoshi", "satoshis"),
}
SCALES = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million", "mil": "million", "bn": "billion",
    "b": "billion", "B": "billion", "tn": "trillion", "thousand": "thousand", "million": "million", "billion": "billion",
    "trillion": "trillion", "hundred": "hundred", "lakh": "lakh", "crore": "crore",
}
ATTRIBUTES = listed(
    "bill note coin fine prize reward tip tab stamp ticket cheque check bonus question deposit loan budget limit bet bottle meal fee "
    "house suit debt contract deal grant")
"""After these a sum of money is in the singular: a five-dollar bill."""

REGNAL = listed(
    "henry louis edward george charles james richard william john paul pius benedict leo elizabeth mary catherine philip philippe "
    "ferdinand napoleon frederick friedrich wilhelm alexander nicholas peter ivan gregory clement innocent urban boniface ramses "
    "rameses ptolemy darius xerxes artaxerxes cleopatra seti thutmose amenhotep mehmed murad selim suleiman gustav gustavus christian "
    "haakon olaf harald canute alfonso carlos felipe umberto vittorio emmanuel otto franz joseph rudolf leopold ludwig maximilian "
    "baldwin robert malcolm david constantine justinian theodosius basil julius sixtus stephen victor adrian hadrian celestine "
    "callixtus martin eugene anne margaret isabella juliana beatrix margrethe")
ROYAL = listed(
    "king queen pope emperor empress tsar czar kaiser prince duke saint sultan pharaoh archduke")
NUMBERED = listed(
    "chapters parts books acts scenes volumes wars sections chapter part book act scene volume section phase type war bowl rocky "
    "apollo canto stage level class category article appendix figure table plate world mark mk grade division lesson unit step title "
    "psalm letter episode season verse vol ch chap pt corps day game gemini saturn fantasy quest panzer sonata symphony no number vatican")
ROOMS = listed(
    "room flight highway bus apartment extension route suite cell house unit channel psalm locker gate boeing airbus interstate area "
    "box apt rm number fahrenheit")
YEARLY = listed(
    "in since until till by from before after around circa during year summer winter spring autumn fall early late mid of to and "
    "between about through") | {m.lower() for m in MONTH_NAMES}
NOT_PLURAL = listed(
    "was is his as its has this us does plus thus yes perhaps always across towards besides unless less versus afterwards christmas "
    "paris james charles thomas")
MEASURED = listed(
    "hurdles pistol pistols race run sprint film lens radius dash camera gun butterfly freestyle relay bullet round cannon walk swim "
    "line stretch wall drop track mark")
"""After these a unit that is written close to its number is in the singular: a nine-millimeter pistol."""
SCRIPTURE = listed(
    "genesis exodus leviticus numbers deuteronomy joshua judges ruth samuel kings chronicles ezra nehemiah esther job psalm psalms "
    "proverbs ecclesiastes isaiah jeremiah lamentations ezekiel daniel hosea joel amos jonah micah malachi matthew mark luke john "
    "acts romans corinthians galatians ephesians philippians colossians thessalonians timothy titus hebrews james peter jude "
    "revelation")
"""Before chapter and verse."""
BOOKS = {
    "Gen": "Genesis", "Ex": "Exodus", "Exod": "Exodus", "Lev": "Leviticus", "Num": "Numbers", "Deut": "Deuteronomy", "Josh": "Joshua",
    "Judg": "Judges", "Sam": "Samuel", "Kgs": "Kings", "Chr": "Chronicles", "Chron": "Chronicles", "Neh": "Nehemiah", "Esth": "Esther",
    "Ps": "Psalm", "Pss": "Psalms", "Prov": "Proverbs", "Eccl": "Ecclesiastes", "Isa": "Isaiah", "Jer": "Jeremiah",
    "Lam": "Lamentations", "Ezek": "Ezekiel", "Dan": "Daniel", "Hos": "Hosea", "Mic": "Micah", "Hab": "Habakkuk", "Zech": "Zechariah",
    "Mal": "Malachi", "Matt": "Matthew", "Mt": "Matthew", "Mk": "Mark", "Lk": "Luke", "Jn": "John", "Rom": "Romans",
    "Cor": "Corinthians", "Gal": "Galatians", "Eph": "Ephesians", "Phil": "Philippians", "Col": "Colossians", "Thess": "Thessalonians",
    "Tim": "Timothy", "Tit": "Titus", "Heb": "Hebrews", "Jas": "James", "Pet": "Peter", "Rev": "Revelation",
}
"""Short names of them."""
CODED = listed("zip code pin account passcode password combination")
WEAPONS = listed(
    "revolver caliber calibre pistol colt magnum gun special round rounds rifle automatic bullet")
LETTER_NOUNS = listed(
    "vitamin plan grade hepatitis section appendix exhibit type class group block option point schedule model team company platoon "
    "squad wing ward deck hall building terminal letter note minor major flat sharp string an")
TLDS = listed(
    "com org net edu gov mil int io co uk us de fr it es nl eu ai app dev info biz me tv ca au nz ie in jp cn ru ch at be se no dk "
    "ly gg fm xyz")
FILE_TYPES = listed(
    "txt pdf doc docx md exe zip jpg jpeg png gif mp3 mp4 wav csv html htm py js toml json epub xls xlsx log")
SYMBOLS = {
    "&": "and", "%": "percent", "+": "plus", "=": "equals", "@": "at", "°": "degrees", "×": "times", "÷": "divided by",
    "±": "plus or minus", "<": "is less than", ">": "is greater than", "≤": "is at most", "≥": "is at least", "≈": "is about",
    "≠": "is not equal to", "§": "section", "©": "copyright", "√": "the square root of", "∞": "infinity", "π": "pi", "#": "number",
    "→": "to", "$": "dollars", "£": "pounds", "€": "euros", "¢": "cents", "¼": "a quarter", "½": "a half", "¾": "three quarters",
    "№": "number", "−": "minus", "%)": "percent",
}
VULGAR = {
    "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6),
    "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}
BLANKS = {
    "d—n": "damn", "d—d": "damned", "d——n": "damn", "d——d": "damned", "d--n": "damn", "d--d": "damned", "d—mn": "damn",
    "d—mned": "damned", "h—l": "hell", "h—ll": "hell", "b—y": "bloody", "g—d": "god",
}
