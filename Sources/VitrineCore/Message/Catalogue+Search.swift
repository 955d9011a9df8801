extension Catalogue {
  /// Texts about finding things in the log, and why somebody did something.
  static let search = """
    broadcast.why.rejected
    en rejected by {1} at {2}:
    fr refusé par {1} à {2} :

    broadcast.why.paused
    en paused by {1} at {2}:
    fr mis en pause par {1} à {2} :

    broadcast.why.cancelled
    en cancelled by {1} at {2}:
    fr annulé par {1} à {2} :

    broadcast.why.none
    en (no reason on record)
    fr (aucun motif enregistré)

    audit.reason
    en reason: {1}
    fr motif : {1}

    audit.reason.erased
    en (erased)
    fr (effacé)

    audit.storeOrSelect
    en either --store or --select
    fr soit --store, soit --select

    audit.asWhom
    en --as says what a person did: name the person with --person
    fr --as dit ce qu'une personne a fait : indiquez la personne avec --person

    audit.badRole
    en '{1}' is not what a person can be: author, editor, approver, launcher, actor or subject
    fr « {1} » n'est pas un rôle de personne : author, editor, approver, launcher, actor ou subject

    audit.badFormat
    en '{1}' is not a format: csv or jsonl
    fr « {1} » n'est pas un format : csv ou jsonl

    audit.noWords
    en there is no word in --text to search for
    fr --text ne contient aucun mot à chercher

    audit.who.which
    en one of --post, --permalink and --remote-id, or --store with --at
    fr une seule option parmi --post, --permalink et --remote-id, ou --store avec --at

    audit.who.badLink
    en that is not the address of a post
    fr ce n'est pas l'adresse d'une publication

    audit.who.unknown
    en no post of ours that you may read is known by that
    fr aucune de nos publications que vous pouvez lire n'est connue sous cette référence

    audit.who.unknown.hint
    en 'vitrine audit reconcile' finds posts that somebody made around the tool
    fr « vitrine audit reconcile » trouve les publications faites hors de l'outil

    audit.who.post
    en post {1} on the {3} page of {2}
    fr publication {1} sur la page {3} de {2}

    audit.who.broadcast
    en from the broadcast {1}: {2}
    fr issue de la diffusion {1} : {2}

    audit.who.author
    en wrote it
    fr rédaction

    audit.who.editor
    en changed it
    fr modification

    audit.who.approver
    en approved it
    fr approbation

    audit.who.launcher
    en launched it
    fr lancement

    audit.who.published
    en public since {1}, record {2}:
    fr publique depuis {1}, enregistrement {2} :

    audit.who.notPublished
    en it never became public
    fr elle n'a jamais été publique

    audit.who.takenDown
    en taken down at {1} by {2}: {3}
    fr retirée à {1} par {2} : {3}

    audit.who.textGone
    en its text is no longer kept; the record holds its digest
    fr son texte n'est plus conservé ; l'enregistrement en garde l'empreinte

    audit.who.proof
    en proof for an outsider: vitrine audit prove {1} --out FILE
    fr preuve pour un tiers : vitrine audit prove {1} --out FICHIER

    audit.who.nobody
    en nobody could
    fr personne ne le pouvait

    help.option.audit.couldStore
    en Who could post on the pages of this store
    fr Qui pouvait publier sur les pages de ce magasin

    help.option.audit.couldAt
    en At this instant
    fr À cet instant

    help.option.audit.couldAction
    en Who could do this instead of post.publish
    fr Qui pouvait faire ceci au lieu de post.publish

    column.part
    en PART
    fr PART

    help.audit.who
    en Who wrote, approved and launched a post
    fr Qui a rédigé, approuvé et lancé une publication

    help.option.audit.select
    en Only stores that this selector picks
    fr Seulement les magasins de ce sélecteur

    help.option.audit.person
    en Only what this person had something to do with
    fr Seulement ce à quoi cette personne a eu part

    help.option.audit.as
    en What the person did: author, editor, approver, launcher
    fr Ce que la personne a fait : author, editor, approver, launcher

    help.option.audit.text
    en Only publications with these words, in any order
    fr Seulement les publications avec ces mots, dans n'importe quel ordre

    help.option.audit.listFormat
    en All of it, for other programs: csv or jsonl
    fr Le tout, pour d'autres programmes : csv ou jsonl

    help.option.audit.post
    en Our id of the post
    fr Notre identifiant de la publication

    help.option.audit.permalink
    en The address of the post, as copied
    fr L'adresse de la publication, telle que copiée

    help.option.audit.remote
    en The network's id of the post
    fr L'identifiant de la publication sur le réseau
    """
}
