extension Catalogue {
  /// What keeps posts of stores from leaving, or moves them: a freeze, a mandatory message, a full day.
  static let pressure = """
    trouble.freeze
    en the store has been frozen since {1}, and nothing of its own leaves
    fr le magasin est gelé depuis le {1}, et rien de sa part ne sort

    trouble.freeze.fix
    en wait; 'vitrine unfreeze' ends it
    fr patientez ; « vitrine unfreeze » y met fin

    trouble.freeze.who
    en national broadcaster or region manager
    fr diffuseur national ou responsable régional

    trouble.frozen
    en its hour came while the store was frozen
    fr son heure est venue pendant que le magasin était gelé

    trouble.frozen.fix
    en read it, then run 'vitrine post publish', or 'vitrine post cancel'
    fr relisez-la, puis lancez « vitrine post publish », ou « vitrine post cancel »

    trouble.frozen.who
    en store manager
    fr responsable du magasin

    trouble.crowded
    en the page has no room for it before its end
    fr la page n'a pas de place pour elle avant sa fin

    trouble.crowded.fix
    en give it another time with 'vitrine post edit --at', or run 'vitrine post cancel'
    fr donnez-lui une autre heure avec « vitrine post edit --at », ou lancez « vitrine post cancel »

    trouble.crowded.who
    en store manager
    fr responsable du magasin

    posts.moved
    en   moved from {1}, because {2}
    fr   déplacée du {1}, parce que {2}

    posts.moved.note
    en moved from {1}, because {2}
    fr déplacée du {1}, parce que {2}

    posts.moved.quiet
    en a mandatory message has the page to itself until {1}
    fr un message obligatoire a la page pour lui jusqu'au {1}

    posts.moved.day
    en the page has {1#} {1?post:posts} of its store on {2} already
    fr la page a déjà {1#} {1?publication:publications} de son magasin le {2}

    posts.frozen
    en nothing leaves {1} now: {2} froze it on {3}
    fr rien ne sort de {1} pour l'instant : {2} l'a gelé le {3}

    posts.frozen.hint
    en give it a time to come with 'vitrine post publish {1} --at TIME', or wait for 'vitrine unfreeze'
    fr donnez-lui une heure à venir avec « vitrine post publish {1} --at HEURE », ou attendez
      « vitrine unfreeze »

    posts.note.frozen
    en frozen
    fr gelée

    column.note
    en NOTE
    fr REMARQUE

    freeze.done
    en {1#} {1?store is:stores are} frozen now, {2#} {2?was:were} already; {3#} {3?post waits:posts wait}
    fr {1#} {1?magasin est gelé:magasins sont gelés} maintenant, {2#} l'{2?était:étaient} déjà ; {3#}
      {3?publication attend:publications attendent}

    freeze.next
    en 'vitrine unfreeze --to {1} --reason TEXT' ends it; mandatory messages go out all the same
    fr « vitrine unfreeze --to {1} --reason TEXTE » y met fin ; les messages obligatoires partent quand
      même

    freeze.lifted
    en {1#} {1?store is:stores are} free again, {2#} {2?was:were} not frozen; {3#} {3?post goes:posts go} at
      {3?its:their} hour
    fr {1#} {1?magasin est libre:magasins sont libres} de nouveau, {2#} n'{2?était pas gelé:étaient pas
      gelés} ; {3#} {3?publication partira à son heure:publications partiront à leur heure}

    freeze.held
    en {1#} {1?post:posts} had {1?its:their} hour meanwhile and {1?stays:stay} held until somebody publishes
      or cancels {1?it:them}
    fr {1#} {1?publication a:publications ont} eu {1?son:leur} heure entre-temps et {1?attend:attendent} que
      quelqu'un {1?la:les} publie ou {1?l'annule:les annule}

    freeze.missed
    en {1#} {1?post:posts} came to {1?its:their} end meanwhile: 'vitrine post list --state missed'
    fr {1#} {1?publication a:publications ont} atteint {1?sa:leur} fin entre-temps : « vitrine post list
      --state missed »

    freeze.none
    en none of these stores is frozen ({1})
    fr aucun de ces magasins n'est gelé ({1})

    freeze.none.hint
    en 'vitrine doctor' says how many stores are frozen
    fr « vitrine doctor » dit combien de magasins sont gelés

    doctor.frozen
    en {1#} {1?store has:stores have} been frozen, the first on {2} by {3}: nothing of {1?its:their} own leaves
    fr {1#} {1?magasin est gelé:magasins sont gelés}, le premier depuis le {2} par {3} : rien de
      {1?sa:leur} part ne sort

    help.freeze
    en keep everything of some stores from leaving, but mandatory messages
    fr ne plus rien laisser sortir de certains magasins, sauf les messages obligatoires

    help.unfreeze
    en let posts of stores leave again, and list what was held
    fr laisser de nouveau sortir les publications des magasins, et lister ce qui a été retenu

    help.option.freeze.to
    en which stores
    fr quels magasins

    config.template.pressure
    en What keeps a page from being crowded: minutes of quiet around a mandatory message, posts of a store in a day;
      0 for no limit.
    fr Ce qui évite la foule sur une page : minutes de silence autour d'un message obligatoire, publications d'un
      magasin par jour ; 0 pour aucune limite.
    """
}
