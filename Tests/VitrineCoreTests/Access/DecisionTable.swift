/// What a reader may rely on, a decision a line: who holds what, does what, where, with which facts,
/// and what comes of it.
///
/// The stores: FR-0001 (Bretagne, hypermarket), FR-0002 (Bretagne, supermarket), FR-0003 (Corse,
/// hypermarket), FR-0009 (Bretagne, hypermarket, closed). Roles stand as `role@scope`, with `~ended`
/// or `~later` where they do not hold; break-glass holds for an hour, `~long` for two. Facts are
/// explained in `DecisionCase`.
enum DecisionTable {
  static let rows = [
    posts, ownWork, mandatory, broadcasts, launches, people, tokens, times, emergencies, closed,
  ].flatMap { $0.split(separator: "\n").map(String.init) }

  /// Scopes, and who may do what with the posts of a store.
  static let posts = """
    store_manager@store:FR-0001     | post.publish   | FR-0001         |  | allow
    store_manager@store:FR-0001     | post.publish   | FR-0002         |  | S
    store_manager@store:FR-0001     | post.publish   | FR-0001 FR-0002 |  | S
    store_manager@store:FR-0001     | post.publish   | national        |  | S
    store_manager@store:FR-0001     | post.publish   | anywhere        |  | allow
    store_manager@region:Bretagne   | post.publish   | FR-0001 FR-0002 |  | allow
    store_manager@region:Bretagne   | post.publish   | FR-0002 FR-0003 |  | S
    store_manager@region:bretagne   | post.publish   | FR-0001         |  | S
    store_manager@format:hypermarket | post.publish  | FR-0001 FR-0003 |  | allow
    store_manager@format:hypermarket | post.publish  | FR-0002         |  | S
    store_manager@all               | post.publish   | FR-0001 FR-0003 |  | allow
    store_manager@store:FR-0001 store_manager@store:FR-0003 | post.publish | FR-0001 FR-0003 | | allow
    store_manager@store:FR-0001 store_contributor@store:FR-0003 | post.publish | FR-0001 FR-0003 | | S
    store_contributor@store:FR-0001 | post.publish   | FR-0001         |  | P
    store_contributor@store:FR-0001 | post.schedule  | FR-0001         |  | P
    store_contributor@store:FR-0001 | post.approve   | FR-0001         |  | P
    store_contributor@store:FR-0001 | post.draft     | FR-0001         |  | allow
    store_contributor@store:FR-0001 | post.draft     | FR-0002         |  | S
    region_manager@region:Bretagne  | page.connect   | FR-0001         |  | allow
    region_manager@region:Bretagne  | page.connect   | FR-0003         |  | S
    region_manager@region:Bretagne  | calendar.write | FR-0001 FR-0002 |  | allow
    region_manager@region:Bretagne  | calendar.write | national        |  | S
    region_manager@region:Bretagne  | freeze.set     | FR-0002         |  | allow
    region_manager@region:Bretagne  | freeze.set     | FR-0002         | lifts | allow
    region_manager@region:Bretagne  | freeze.set     | FR-0002 FR-0003 |  | S
    region_manager@region:Bretagne  | freeze.set     | national        |  | S
    national_broadcaster@all        | freeze.set     | FR-0002 FR-0003 |  | allow
    approver@all                    | freeze.set     | FR-0001         |  | P
    store_manager@store:FR-0001     | freeze.set     | FR-0001         |  | P
    store_manager@store:FR-0001     | page.connect   | FR-0001         |  | P
    store_manager@store:FR-0001     | store.hours    | FR-0001         |  | allow
    store_contributor@store:FR-0001 | store.hours    | FR-0001         |  | P
    national_editor@all             | post.publish   | FR-0001         |  | P
    national_broadcaster@all        | post.publish   | FR-0001         |  | P
    national_admin@all              | post.publish   | FR-0001         |  | P
    auditor@all                     | post.draft     | FR-0001         |  | P
    auditor@all                     | post.read      | FR-0001         |  | allow
    approver@region:Bretagne        | post.approve   | FR-0002         |  | allow
    approver@region:Bretagne        | post.approve   | FR-0003         |  | S
    approver@all                    | post.draft     | FR-0001         |  | P
                                    | post.read      | FR-0001         |  | P
                                    | store.read     | anywhere        |  | P
    """

  /// Own drafts, four eyes, and the states of a store's post.
  static let ownWork = """
    store_contributor@store:FR-0001 | post.edit     | FR-0001 | p=draft author=me               | allow
    store_contributor@store:FR-0001 | post.edit     | FR-0001 | p=draft                         | F2
    store_contributor@store:FR-0001 | post.submit   | FR-0001 | p=draft                         | F2
    store_contributor@store:FR-0001 | post.submit   | FR-0001 | p=draft author=me               | allow
    store_contributor@store:FR-0001 | post.submit   | FR-0001 | p=submitted author=me           | F4
    store_contributor@store:FR-0001 | post.edit     | FR-0001 | p=published author=me           | F4
    store_contributor@store:FR-0001 store_manager@store:FR-0001 | post.edit | FR-0001 | p=draft | allow
    store_contributor@store:FR-0001 store_manager@store:FR-0002 | post.edit | FR-0001 | p=draft | F2
    store_manager@store:FR-0001     | post.edit     | FR-0001 | p=draft                         | allow
    store_manager@store:FR-0001     | post.approve  | FR-0001 | p=submitted needs=1             | allow
    store_manager@store:FR-0001     | post.approve  | FR-0001 | p=submitted needs=1 author=me   | F3
    store_manager@store:FR-0001     | post.approve  | FR-0001 | p=submitted needs=1 editor=me   | F3
    store_manager@store:FR-0001     | post.reject   | FR-0001 | p=submitted editor=me           | F3
    store_manager@store:FR-0001     | post.reject   | FR-0001 | p=submitted                     | allow
    store_manager@store:FR-0001     | post.approve  | FR-0001 | p=draft                         | F4
    store_manager@store:FR-0001     | post.publish  | FR-0001 | p=draft author=me               | allow
    store_manager@store:FR-0001     | post.publish  | FR-0001 | p=submitted                     | allow
    store_manager@region:Bretagne   | post.publish  | FR-0001 FR-0002 | p=draft needs=1 author=me | F4
    store_manager@region:Bretagne   | post.publish  | FR-0001 FR-0002 | p=approved needs=1 yes=1 author=me | allow
    store_manager@region:Bretagne   | post.publish  | FR-0001 FR-0002 | p=approved needs=1 myYes author=me | F4
    store_manager@region:Bretagne   | post.schedule | FR-0001 FR-0002 | p=approved needs=1      | F4
    store_manager@store:FR-0001     | post.publish  | FR-0001 | p=rejected                      | F4
    store_manager@store:FR-0001     | post.publish  | FR-0001 | p=published                     | F4
    store_manager@store:FR-0001     | post.publish  | FR-0001 | p=failed                        | allow
    store_manager@store:FR-0001     | post.cancel   | FR-0001 | p=scheduled                     | allow
    store_manager@store:FR-0001     | post.cancel   | FR-0001 | p=published                     | F4
    store_manager@store:FR-0001     | post.takedown | FR-0001 | p=published                     | allow
    store_manager@store:FR-0001     | post.takedown | FR-0001 | p=draft                         | F4
    store_manager@store:FR-0001     | post.takedown | FR-0002 | p=published                     | S
    """

  /// Mandatory content is head office's.
  static let mandatory = """
    store_manager@store:FR-0001     | post.takedown      | FR-0001 | p=published mandatory | F5
    store_manager@store:FR-0001     | post.edit          | FR-0001 | p=scheduled mandatory | F5
    store_manager@store:FR-0001     | post.cancel        | FR-0001 | p=scheduled mandatory | F5
    store_manager@store:FR-0001     | post.reject        | FR-0001 | p=submitted mandatory | F5
    store_manager@store:FR-0001     | post.read          | FR-0001 | p=published mandatory | allow
    store_manager@store:FR-0001     | post.takedown      | FR-0002 | p=published mandatory | S
    region_manager@region:Bretagne  | post.takedown      | FR-0001 | p=published mandatory | F5
    region_manager@region:Bretagne  | post.cancel        | FR-0001 | p=scheduled mandatory | F5
    region_manager@all              | post.edit          | FR-0001 | p=scheduled mandatory | F5
    store_contributor@store:FR-0001 | post.edit          | FR-0001 | p=scheduled mandatory author=me | F5
    breakglass@all                  | post.takedown      | FR-0001 | p=published mandatory ticket | allow
    store_manager@store:FR-0001     | post.takedown      | FR-0001 | b=releasing           | F5
    store_manager@store:FR-0001     | broadcast.cancel   | national |                      | P
    region_manager@region:Bretagne  | broadcast.takedown | national |                      | P
    region_manager@region:Bretagne  | broadcast.report   | FR-0001  |                      | allow
    store_manager@store:FR-0001     | broadcast.report   | FR-0001  | b=releasing          | allow
    store_contributor@store:FR-0001 | broadcast.report   | FR-0001  |                      | P
    store_manager@store:FR-0001     | broadcast.read     | anywhere |                      | allow
    store_manager@store:FR-0001     | broadcast.read     | national |                      | S
    """

  /// Drafting, approving and stopping a broadcast.
  static let broadcasts = """
    national_editor@all          | broadcast.draft   | national |                        | allow
    national_editor@region:Corse | broadcast.draft   | national |                        | S
    national_editor@all          | broadcast.submit  | national | b=draft author=me      | allow
    national_editor@all          | broadcast.submit  | national | b=rejected author=me   | allow
    national_editor@all          | broadcast.submit  | national | b=submitted author=me  | F4
    national_editor@all          | broadcast.edit    | national | b=approved             | allow
    national_editor@all          | broadcast.edit    | national | b=releasing            | F4
    national_editor@all          | broadcast.approve | national | b=submitted            | P
    national_editor@all          | broadcast.launch  | national | b=approved yes=2       | P
    approver@all                 | broadcast.approve | national | b=submitted            | allow
    approver@all                 | broadcast.approve | national | b=draft                | F4
    approver@all                 | broadcast.approve | national | b=approved             | F4
    approver@all                 | broadcast.approve | national | b=approved delta       | allow
    approver@all                 | broadcast.approve | national | b=releasing delta      | allow
    approver@all                 | broadcast.reject  | national | b=approved delta       | F4
    approver@all                 | broadcast.approve | national | b=finished owes        | allow
    approver@all national_broadcaster@all | broadcast.approve | national | b=finished owes launcher=me | F3
    approver@all                 | broadcast.approve | national | b=finished             | F4
    approver@region:Bretagne     | broadcast.approve | national | b=submitted            | S
    approver@all national_editor@all | broadcast.approve | national | b=submitted        | allow
    approver@all national_editor@all | broadcast.approve | national | b=submitted author=me | F3
    approver@all national_editor@all | broadcast.reject | national | b=submitted author=me | F3
    approver@all national_editor@all | broadcast.approve | national | b=draft author=me  | F3
    approver@all                 | broadcast.reject  | national | b=submitted            | allow
    approver@all                 | broadcast.launch  | national | b=approved yes=2       | P
    approver@all                 | broadcast.pause   | national | b=releasing            | allow
    national_editor@all          | broadcast.pause   | national | b=releasing author=me  | allow
    national_editor@all          | broadcast.resume  | national | b=paused               | P
    national_broadcaster@all     | broadcast.resume  | national | b=paused               | allow
    national_broadcaster@all     | broadcast.cancel  | national | b=releasing            | allow
    national_broadcaster@all     | broadcast.takedown | national | b=finished            | allow
    national_broadcaster@all     | broadcast.draft   | national |                        | P
    national_admin@all           | broadcast.cancel  | national | b=releasing            | P
    national_admin@all           | broadcast.draft   | national |                        | P
    auditor@all                  | broadcast.pause   | national | b=releasing            | P
    auditor@all                  | broadcast.read    | national |                        | allow
    """

  /// Launching takes the approvals of others, by a third person, with a recent sign-in.
  static let launches = """
    national_broadcaster@all | broadcast.launch | national | b=approved yes=2                  | allow
    national_broadcaster@all | broadcast.launch | national | b=approved yes=1                  | F4
    national_broadcaster@all | broadcast.launch | national | b=approved yes=2 delta            | allow
    national_broadcaster@all | broadcast.launch | national | b=submitted yes=2                 | F4
    national_broadcaster@all | broadcast.launch | national | b=draft                           | F4
    national_broadcaster@all | broadcast.launch | national | b=cancelled yes=2                 | F4
    national_broadcaster@all | broadcast.launch | national | b=approved yes=2 author=me        | F3
    national_broadcaster@all | broadcast.launch | national | b=approved yes=1 myYes            | F3
    national_broadcaster@all | broadcast.launch | national | b=approved needs=1 yes=1 authorYes | allow
    national_broadcaster@all | broadcast.launch | national | b=approved needs=1 authorYes      | F4
    national_broadcaster@all | broadcast.launch | national | b=approved urgent yes=1 author=me | allow
    national_broadcaster@all | broadcast.launch | national | b=approved urgent myYes author=me | F3
    national_broadcaster@all | broadcast.launch | national | b=approved urgent myYes           | F3
    national_broadcaster@all | broadcast.launch | national | b=releasing author=me             | allow
    national_broadcaster@all | broadcast.launch | national | b=awaiting-exceptions yes=2       | allow
    national_broadcaster@all | broadcast.launch | national | b=awaiting-exceptions yes=2 author=me | F3
    national_broadcaster@region:Corse | broadcast.launch | national | b=approved yes=2         | S
    national_broadcaster@all | broadcast.launch | national | b=approved yes=2 stepUp=15 age=14 | allow
    national_broadcaster@all | broadcast.launch | national | b=approved yes=2 stepUp=15 age=15 | F9
    national_broadcaster@all | broadcast.launch | national | b=approved yes=2 stepUp=15 age=900 | F9
    national_broadcaster@all | broadcast.launch | national | b=approved yes=2 stepUp=0 age=900 | allow
    national_broadcaster@all | broadcast.launch | national | b=releasing stepUp=15 age=900     | allow
    national_broadcaster@all | broadcast.launch | national | b=approved yes=1 stepUp=15 age=900 | F4
    national_broadcaster@all | broadcast.launch | national | stepUp=15 age=900                 | F9
    national_broadcaster@all | broadcast.pause  | national | b=releasing stepUp=15 age=900     | allow
    national_broadcaster@all | broadcast.resume | national | b=paused stepUp=15 age=900        | allow
    """

  /// Handing out roles, and the people who do.
  static let people = """
    national_admin@all             | grant.create | anywhere | gives=approver@all                   | allow
    national_admin@all             | grant.create | anywhere | gives=approver@all to=me             | F6
    national_admin@all             | grant.create | anywhere | gives=store_manager@store:FR-0003    | allow
    national_admin@all             | grant.create | anywhere | gives=auditor@all held=approver      | F7
    national_admin@all             | grant.create | anywhere | gives=approver@all held=auditor      | F7
    national_admin@all             | grant.create | anywhere | gives=approver@all held=national_editor | allow
    national_admin@all             | grant.create | anywhere | gives=approver@all held=national_broadcaster | allow
    national_admin@all             | grant.create | anywhere | gives=national_admin@all held=approver | F7
    national_admin@all             | grant.create | anywhere | gives=national_editor@all held=national_admin | F7
    national_admin@all             | grant.create | anywhere | gives=national_admin@all held=store_manager | allow
    national_admin@all             | grant.create | anywhere | gives=approver@all stepUp=15 age=20  | F9
    national_admin@all             | grant.create | anywhere | gives=approver@region:Corse stepUp=15 age=20 | allow
    national_admin@all             | grant.revoke | anywhere | gives=approver@all stepUp=15 age=20  | allow
    national_admin@all             | grant.revoke | anywhere | gives=national_admin@all lastAdmin   | F10
    national_admin@all             | grant.revoke | anywhere | gives=national_admin@all to=me       | allow
    national_admin@all             | user.suspend | national |                                      | allow
    national_admin@all             | user.suspend | national | lastAdmin                            | F10
    national_admin@all             | user.revoke_all | national | stepUp=15 age=15                  | F9
    national_admin@all             | user.revoke_all | national | stepUp=15 age=3 lastAdmin         | F10
    national_admin@all             | system.config | national | stepUp=15 age=30                    | F9
    national_admin@all             | key.rotate   | national | stepUp=15 age=30                     | F9
    national_admin@region:Corse    | user.suspend | national |                                      | S
    region_manager@region:Bretagne | grant.create | anywhere | gives=store_manager@store:FR-0001    | allow
    region_manager@region:Bretagne | grant.create | anywhere | gives=store_contributor@store:FR-0002 | allow
    region_manager@region:Bretagne | grant.create | anywhere | gives=store_manager@store:FR-0003    | F6
    region_manager@region:Bretagne | grant.create | anywhere | gives=region_manager@region:Bretagne | F6
    region_manager@region:Bretagne | grant.create | anywhere | gives=store_manager@all              | F6
    region_manager@region:Bretagne | grant.create | anywhere | gives=store_contributor@region:Bretagne | allow
    region_manager@region:Bretagne | grant.create | anywhere | gives=store_manager@store:FR-0001 held=auditor | F7
    region_manager@region:Bretagne | user.invite  | anywhere |                                      | allow
    region_manager@region:Bretagne | user.enrol   | anywhere | gives=store_manager@store:FR-0001    | allow
    region_manager@region:Bretagne | user.enrol   | anywhere | gives=store_manager@store:FR-0003    | F6
    region_manager@region:Bretagne | user.suspend | national |                                      | P
    store_manager@store:FR-0001    | grant.create | anywhere | gives=store_contributor@store:FR-0001 | allow
    store_manager@store:FR-0001    | grant.create | anywhere | gives=store_contributor@store:FR-0002 | F6
    store_manager@store:FR-0001    | grant.create | anywhere | gives=store_manager@store:FR-0001    | F6
    store_manager@store:FR-0001    | grant.revoke | anywhere | gives=store_contributor@store:FR-0001 | allow
    store_manager@store:FR-0001    | grant.revoke | anywhere | gives=store_manager@store:FR-0001    | F6
    approver@all                   | grant.create | anywhere | gives=store_contributor@store:FR-0001 | P
    auditor@all                    | access.review | national |                                     | allow
    auditor@all                    | grant.read   | national |                                      | allow
    auditor@all                    | grant.revoke | anywhere | gives=approver@all                   | P
    national_admin@all             | audit.read   | national |                                      | P
    national_admin@all             | audit.verify | national |                                      | allow
    auditor@region:Corse           | audit.read   | national |                                      | S
    """

  /// What a token takes away, what is one's own, and what nobody holds.
  static let tokens = """
    store_manager@store:FR-0001 | post.publish       | FR-0001  | scopes=post.read,post.publish | allow
    store_manager@store:FR-0001 | post.publish       | FR-0001  | scopes=post.read              | F8
    store_manager@store:FR-0001 | broadcast.launch   | national | scopes=broadcast.launch       | P
    store_manager@store:FR-0001 | token.create_self  | anywhere |                               | allow
    store_manager@store:FR-0001 | token.create_self  | anywhere | personal                      | F8
    store_manager@store:FR-0001 | token.create_self  | anywhere | personal scopes=token.create_self | F8
    auditor@all                 | token.create_self  | anywhere |                               | P
    breakglass@all              | token.create_self  | anywhere | ticket                        | P
    auditor@all                 | token.revoke_any   | own      |                               | allow
    auditor@all                 | token.revoke_any   | national |                               | P
                                | token.revoke_any   | own      |                               | allow
                                | user.read          | own      |                               | allow
                                | access.review      | own      |                               | allow
                                | access.review      | own      | suspended                     | F1
                                | user.read          | own      | scopes=post.read              | F8
                                | token.create_self  | own      |                               | P
                                | user.suspend       | own      |                               | P
    national_admin@all          | audit.write        | national |                               | F12
    national_admin@all          | audit.delete       | national |                               | F12
    auditor@all                 | audit.delete       | national |                               | F12
    breakglass@all              | secret.read        | national | ticket                        | F12
    national_admin@all          | user.impersonate   | national |                               | F12
                                | user.impersonate   | national |                               | F12
    national_admin@all          | user.impersonate   | national | suspended                     | F1
    national_admin@all          | audit.delete       | national | scopes=user.read              | F8
    """

  /// Suspension, the times of grants, and names that nobody knows.
  static let times = """
    national_admin@all                | user.read    | national | suspended              | F1
    auditor@all                       | audit.read   | national | suspended unknown=u_9  | F11
    store_manager@store:FR-0001       | post.publish | FR-0001  | unknown=FR-9999        | F11
    store_manager@store:FR-0001~ended | post.publish | FR-0001  |                        | P
    store_manager@store:FR-0001~later | post.publish | FR-0001  |                        | P
    store_manager@store:FR-0001~ended store_manager@store:FR-0002 | post.publish | FR-0001 | | S
    store_manager@store:FR-0001~ended store_manager@region:Bretagne | post.publish | FR-0001 | | allow
    """

  /// Break-glass.
  static let emergencies = """
    breakglass@all      | broadcast.pause    | national | b=releasing ticket | allow
    breakglass@all      | broadcast.pause    | national | b=releasing        | F13
    breakglass@all~long | broadcast.pause    | national | b=releasing ticket | F13
    breakglass@all      | broadcast.cancel   | national | ticket             | allow
    breakglass@all      | broadcast.takedown | national |                    | F13
    breakglass@all      | user.suspend       | national | ticket             | allow
    breakglass@all      | user.suspend       | national | ticket lastAdmin   | F10
    breakglass@all      | freeze.set         | national | ticket             | allow
    breakglass@all      | freeze.set         | FR-0001  | ticket             | allow
    breakglass@all      | freeze.set         | FR-0001  | ticket lifts       | F13
    breakglass@all national_broadcaster@all | freeze.set | FR-0001 | ticket lifts | allow
    breakglass@all      | broadcast.launch   | national | ticket             | P
    breakglass@all      | grant.create       | anywhere | ticket             | P
    breakglass@all      | broadcast.read     | national |                    | F13
    breakglass@all national_broadcaster@all | broadcast.pause | national | b=releasing | allow
    """

  /// Stores that are closed for good.
  static let closed = """
    store_manager@store:FR-0009    | post.draft    | FR-0009  |                                   | F14
    store_manager@store:FR-0009    | post.publish  | FR-0009  | p=approved                        | F14
    store_manager@region:Bretagne  | post.publish  | FR-0001 FR-0009 |                            | F14
    store_manager@store:FR-0009    | post.read     | FR-0009  |                                   | allow
    store_manager@store:FR-0009    | post.takedown | FR-0009  | p=published                       | allow
    region_manager@region:Bretagne | page.connect  | FR-0009  |                                   | F14
    region_manager@region:Bretagne | page.disconnect | FR-0009 |                                  | allow
    national_admin@all             | grant.create  | anywhere | gives=store_manager@store:FR-0009 | F14
    national_admin@all             | grant.revoke  | anywhere | gives=store_manager@store:FR-0009 | allow
    store_manager@store:FR-0001    | post.draft    | FR-0009  |                                   | S
    """
}
