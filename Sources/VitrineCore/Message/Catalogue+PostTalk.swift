extension Catalogue {
  /// Where the posts of stores stand, and what comes next.
  static let postTalk = """
    posts.now
    en {1}  {2} {3}: {4}
    fr {1}  {2} {3} : {4}

    posts.at
    en   at {1}
    fr   à {1}

    posts.since
    en   public since {1}
    fr   publique depuis {1}

    posts.ending
    en   is being stopped or taken down; a worker does it as soon as the network answers
    fr   est en cours d'arrêt ou de retrait ; un exécutant le fera dès que le réseau répondra

    posts.published
    en {1}, public since {2}:
    fr {1}, publique depuis {2} :

    posts.trouble
    en   {1}; {2} ({3})
    fr   {1} ; {2} ({3})

    posts.author
    en written by {1}
    fr écrite par {1}

    posts.editors
    en changed by {1}
    fr modifiée par {1}

    posts.why.rejected
    en rejected by {1} at {2}:
    fr refusée par {1}, {2} :

    posts.why.down
    en taken down by {1} at {2}:
    fr retirée par {1}, {2} :

    posts.why.rebased
    en its template was corrected by {1} at {2}:
    fr son modèle a été corrigé par {1}, {2} :

    posts.finding.fix
    en   {1}
    fr   {1}

    posts.empty
    en there are no such posts
    fr il n'y a pas de telle publication

    posts.nothingWaits
    en no post waits for you
    fr aucune publication ne vous attend

    posts.noneExpired
    en no public post announces an offer that is over
    fr aucune publication en ligne n'annonce une offre finie

    posts.expired.next
    en {1#} {1?post announces:posts announce} an offer that is over: 'vitrine post expired
      --takedown --reason TEXT' takes them down
    fr {1#} {1?publication annonce:publications annoncent} une offre finie : « vitrine post
      expired --takedown --reason TEXTE » les retire

    posts.more
    en there are more: go on with --cursor {1}
    fr il y en a d'autres : continuez avec --cursor {1}

    posts.edit.void
    en '{1}' is a draft again; whatever approval it had is void
    fr « {1} » est de nouveau un brouillon ; toute approbation est annulée

    posts.detached
    en the workers publish '{1}' as soon as one runs
    fr les exécutants publieront « {1} » dès que l'un d'eux tourne

    posts.next.submit
    en next: 'vitrine post submit {1}'
    fr ensuite : « vitrine post submit {1} »

    posts.next.publishDraft
    en next: 'vitrine post publish {1}', now or with --at
    fr ensuite : « vitrine post publish {1} », maintenant ou avec --at

    posts.next.approve
    en next: {3#} {3?approval:approvals} by somebody else, with 'vitrine post approve {1} --digest
      {2}'
    fr ensuite : {3#} {3?approbation:approbations} par quelqu'un d'autre, avec « vitrine post
      approve {1} --digest {2} »

    posts.next.publish
    en next: 'vitrine post publish {1}', now or with --at
    fr ensuite : « vitrine post publish {1} », maintenant ou avec --at

    posts.next.edit
    en next: correct it with 'vitrine post edit {1}'
    fr ensuite : corrigez-la avec « vitrine post edit {1} »

    posts.next.cancel
    en 'vitrine post cancel {1}' stops it before it is public
    fr « vitrine post cancel {1} » l'arrête avant qu'elle soit publique

    posts.next.show
    en 'vitrine post show {1}' says how far it is
    fr « vitrine post show {1} » dit où elle en est

    column.when
    en WHEN
    fr QUAND

    column.text
    en TEXT
    fr TEXTE

    trouble.rule
    en a rule stops it on the day of its publication: {1}
    fr une règle l'arrête le jour de sa publication : {1}

    trouble.rule.mend
    en correct it with 'vitrine post edit', then publish it again: {1}
    fr corrigez-la avec « vitrine post edit », puis republiez-la : {1}

    trouble.rule.who
    en store manager
    fr responsable du magasin

    trouble.launcherLeft
    en whoever let it go has left
    fr la personne qui l'avait programmée est partie

    trouble.launcherLeft.fix
    en read it, then run 'vitrine post publish', or 'vitrine post cancel'
    fr lisez-la, puis lancez « vitrine post publish » ou « vitrine post cancel »

    trouble.launcherLeft.who
    en store manager
    fr responsable du magasin

    user.revokedPosts
    en {1#} {1?post:posts} back to draft; {2#} scheduled {2?post waits:posts wait} for somebody
      else to let {2?it:them} go
    fr {1#} {1?publication:publications} de retour en brouillon ; {2#} {2?publication programmée
      attend:publications programmées attendent} l'accord de quelqu'un d'autre

    user.voidedPosts
    en {1#} {1?post has:posts have} lost an approval of this person
    fr {1#} {1?publication a:publications ont} perdu une approbation de cette personne

    post.state.draft
    en draft
    fr brouillon

    post.stands.draft
    en it is a draft: 'vitrine post submit {1}' hands it over, and who may publish there can
      'vitrine post publish {1}'
    fr c'est un brouillon : « vitrine post submit {1} » le soumet, et qui peut publier là peut
      « vitrine post publish {1} »

    post.state.submitted
    en submitted
    fr soumise

    post.stands.submitted
    en it waits for approvals: 'vitrine post approve {1}', by somebody who did not write it
    fr elle attend des approbations : « vitrine post approve {1} », par quelqu'un qui ne l'a pas
      écrite

    post.state.approved
    en approved
    fr approuvée

    post.stands.approved
    en it is approved: 'vitrine post publish {1}', or 'vitrine post edit {1}', which voids the
      approvals
    fr elle est approuvée : « vitrine post publish {1} », ou « vitrine post edit {1} », qui annule
      les approbations

    post.state.rejected
    en rejected
    fr refusée

    post.stands.rejected
    en it was rejected: 'vitrine post show {1}' says why, 'vitrine post edit {1}' corrects it
    fr elle a été refusée : « vitrine post show {1} » dit pourquoi, « vitrine post edit {1} » la
      corrige

    post.state.scheduled
    en scheduled
    fr programmée

    post.stands.scheduled
    en it waits for its time: 'vitrine post cancel {1}' stops it, 'vitrine post edit {1}' makes it
      a draft again
    fr elle attend son heure : « vitrine post cancel {1} » l'arrête, « vitrine post edit {1} » en
      refait un brouillon

    post.state.publishing
    en publishing
    fr en cours de publication

    post.stands.publishing
    en it is on its way: once it is public, 'vitrine post takedown {1}' takes it down
    fr elle est en route : une fois publique, « vitrine post takedown {1} » la retire

    post.state.published
    en published
    fr publique

    post.stands.published
    en it is public: 'vitrine post takedown {1}' takes it down, and another post says what this
      one should have said
    fr elle est publique : « vitrine post takedown {1} » la retire, et une autre publication dira
      ce que celle-ci aurait dû dire

    post.state.held
    en held
    fr en attente

    post.stands.held
    en it waits for somebody to mend something: 'vitrine post show {1}' says what, then 'vitrine
      post publish {1}'
    fr elle attend une réparation : « vitrine post show {1} » dit laquelle, puis « vitrine post
      publish {1} »

    post.state.failed
    en failed
    fr échouée

    post.stands.failed
    en the network refused it: 'vitrine post show {1}' says why; make a new post, or try again
      with 'vitrine post publish {1}'
    fr le réseau l'a refusée : « vitrine post show {1} » dit pourquoi ; faites-en une autre, ou
      réessayez avec « vitrine post publish {1} »

    post.state.missed
    en missed
    fr manquée

    post.stands.missed
    en its time passed before it could leave: 'vitrine post edit {1} --at TIME', then publish it
      again
    fr son heure est passée avant qu'elle parte : « vitrine post edit {1} --at HEURE », puis
      republiez-la

    post.state.withdrawn
    en withdrawn
    fr retirée avant publication

    post.stands.withdrawn
    en it was withdrawn for good: make a new post
    fr elle a été retirée pour de bon : faites-en une autre

    post.state.taken-down
    en taken down
    fr retirée

    post.stands.taken-down
    en it was taken down: make a new post
    fr elle a été retirée de la page : faites-en une autre

    post.state.unknown
    en unknown
    fr incertaine

    post.stands.unknown
    en nobody knows yet whether it is public: look at the page, then 'vitrine post show {1}'
    fr on ne sait pas encore si elle est publique : regardez la page, puis « vitrine post show {1} »

    post.need.approve
    en your approval
    fr votre approbation

    post.need.correct
    en your hand
    fr votre main

    post.need.publish
    en your publication
    fr votre publication
    """
}
