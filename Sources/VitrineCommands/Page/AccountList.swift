import VitrineCore
import VitrineService

/// The list of accounts that `page connect --tokens-stdin` reads: `store,baseURL,token`.
enum AccountList {
  /// Reads the list; everything that is wrong with it is said at once, and no token is ever quoted.
  static func read(_ bytes: [UInt8]) throws -> [ConnectAccounts.Account] {
    var table = CSVReader.read(bytes)
    table.checkColumns(required: ["store", "baseURL", "token"])
    var accounts: [ConnectAccounts.Account] = []
    var stores: Set<StoreCode> = []
    for row in table.rows {
      guard let store = table.cell("store", of: row),
        let address = table.cell("baseURL", of: row), let token = table.cell("token", of: row)
      else { continue }
      let code = StoreCode(store.text)
      if !stores.insert(code).inserted {
        table.findings.add(
          Message("accounts.store", TerminalText.excerpt(store.text)), at: store.position)
      }
      if AccountSecret.server(address.text) == nil {
        table.findings.add(Message("accounts.server"), at: address.position)
      }
      if !AccountSecret.isToken(token.text) {
        table.findings.add(Message("accounts.token"), at: token.position)
      }
      if let secret = AccountSecret(server: address.text, token: Secret(token.text)) {
        accounts.append(
          ConnectAccounts.Account(store: code, secret: secret, position: store.position))
      }
    }
    guard !table.findings.hasErrors else {
      throw Fault(.invalid, Message("accounts.bad"), findings: table.findings.all)
    }
    guard !accounts.isEmpty else { throw Fault(.invalid, Message("accounts.none")) }
    return accounts
  }
}
