extension Catalogue {
  /// What a look at the pages of a broadcast found, and its repair.
  static let repair = """
    help.option.verify.repair
    en bring back what is altered, gone or hidden, then look again
    fr rétablir ce qui est modifié, disparu ou masqué, puis vérifier de nouveau

    verify.hidden
    en hidden
    fr masquée

    repair.begun
    en {1#} {1?post is:posts are} repaired
    fr {1#} {1?publication est rétablie:publications sont rétablies}

    repair.nothing
    en there is nothing to repair
    fr il n'y a rien à réparer

    repair.state
    en {1} is '{2}': only what is finished or being released can be repaired
    fr {1} est à l'état « {2} » : seul ce qui est terminé ou en cours de publication peut être réparé

    repair.state.hint
    en go on with 'vitrine broadcast resume', 'approve' or 'launch' first; without --repair the pages are only looked at
    fr poursuivez d'abord avec « vitrine broadcast resume », « approve » ou « launch » ; sans --repair, les pages sont seulement consultées

    repair.ended
    en {1} was valid until {2}: nothing of it is sent any more
    fr {1} était valable jusqu'au {2} : plus rien n'en est envoyé

    repair.ended.hint
    en without --repair the pages are only looked at; to say it again, create another broadcast
    fr sans --repair, les pages sont seulement consultées ; pour le redire, créez une autre diffusion

    status.verified
    en looked at {1}: {2#} the same, {3#} altered, {4#} missing, {5#} without an answer
    fr vérifié le {1} : {2#} à l'identique, {3#} {3?modifiée:modifiées}, {4#} {4?disparue:disparues}, {5#} sans réponse

    worker.verified
    en {1} was looked at: {2#} the same, {3#} altered, {4#} missing, {5#} without an answer
    fr {1} vérifié : {2#} à l'identique, {3#} {3?modifiée:modifiées}, {4#} {4?disparue:disparues}, {5#} sans réponse

    notice.altered
    en "{1}" is no longer on its pages as it was released: {2#} altered, {3#} missing
    fr « {1} » n'est plus sur ses pages tel que publié : {2#} {2?modifiée:modifiées}, {3#} {3?disparue:disparues}

    notice.altered.some
    en {1#} looks found a message that is no longer on its pages as it was released
    fr {1#} vérifications ont trouvé un message qui n'est plus sur ses pages tel que publié

    notice.altered.fix
    en run 'vitrine broadcast verify {1}' to see which pages, then with --repair to bring it back there
    fr lancez « vitrine broadcast verify {1} » pour voir quelles pages, puis avec --repair pour l'y rétablir

    doctor.verified
    en '{1}' ({2}) is no longer on its pages as it was released: {3#} altered, {4#} missing, seen at {5}; 'vitrine broadcast verify {2} --repair' brings it back
    fr « {1} » ({2}) n'est plus sur ses pages tel que publié : {3#} {3?modifiée:modifiées}, {4#} {4?disparue:disparues}, constat du {5} ; « vitrine broadcast verify {2} --repair » le rétablit
    """
}
