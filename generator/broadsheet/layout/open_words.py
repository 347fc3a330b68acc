"""Words behind which a text goes on."""

from __future__ import annotations

OPEN_WORDS = frozenset(
    """
    a an the of to in on at by for from with and or but as than that which who whose when while because if into about
    its his her their our your my this these those every each several other between among under over through during
    inside near until till after before since unlike despite against toward towards behind beyond without within
    is are was were has have had be been said says told called including
    der die das des dem den ein eine einer eines einem einen und oder sowie von vom im in mit für auf bei aus nach über
    unter zwischen durch gegen ohne um zum zur als wie dass ob wenn weil seit während laut sein seine seiner seinem ihr
    ihre ihrer unser unsere unserer dieser diese dieses diesen diesem jeder jede jedes jeden alle aller viele vieler
    mehrere weitere weiteren neue neuen neuer ehemalige ehemaligen sogenannte zwei drei vier fünf sechs sieben acht ist
    sind war hat wird sagte sagt
    le la les l un une des du de d à au aux et ou en dans par pour sur avec sans entre selon vers chez que qui dont est
    sont a ont son sa ses leur leurs notre cette cet ces
    el los las una del al y o e en con por para sin entre desde hasta según sobre que su sus este esta estos es son fue
    ha se lo
    il lo gli i uno di da dal dalla della dei delle nel nella con per tra fra che è sono ha questo questa
    o os as um uma do da dos das no na nos nas em com por para que seu sua este esta é foi
    het een van voor met op te bij uit door naar tussen dat die is zijn haar en of aan deze dit
    en ett och att som av till med på för från det den är var har om i mellan denna
    et af til fra på at og der er den det mellem
    w z na do od i o że się po za dla przez
    v ve na s z a že do pro o u k
    в на и с по о от для к из что не за при как у об
    per via upon across amid among behind beneath onto toward whose where whether although though except
    gegenüber trotz wegen angesichts innerhalb außerhalb deren dessen denen sowohl weder sondern aber denn damit obwohl
    falls bevor nachdem bis pro je kein keine keinen keiner einige etwa rund knapp im am beim ins ans
    contre pendant depuis sous mais car comme lorsque puisque où durant chaque plusieurs
    contra durante mediante tras ante bajo aunque pero porque como cuando donde cada
    contro secondo verso ma perché quando sul sulla sui sulle alla alle al allo agli ogni nei negli dai dalle
    segundo sob mas porque quando ao aos à pelo pela pelos pelas cada
    volgens tegen over onder tussen tijdens zonder vanaf binnen buiten omdat maar deze dit elke
    enligt mot hos genom efter innan utan vid inom kring bland samt såsom eftersom varje
    ifølge mod gennem gjennom etter uten uden ved innen inden blant blandt fordi hver
    przez przy przed pod nad bez oraz lub ale który która które
    против через перед между около без или но чтобы который которая которые
    """.split()
)
"""Articles, prepositions, conjunctions and the like of common languages: no paragraph and hardly a heading ends so."""
CLOSING_WORDS = frozenset("auf durch ein an ab nach vor um mit bei über unter av på op uit says said sagt".split())
"""Words of those that a heading may end in: parts of verbs („Der Kurs gibt nach“), and who said it („police said“)."""
