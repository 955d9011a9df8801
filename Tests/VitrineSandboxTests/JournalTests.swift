import Foundation
import Testing

@testable import VitrineSandbox

@Suite(.timeLimit(.minutes(30)))
struct JournalTests {
  @Test func `a restart forgets nothing`() async throws {
    try await withFolder { folder in
      var configuration = SandboxConfiguration.small()
      configuration.dataFile = folder.appending(path: "sandbox.jsonl")
      let before = try await withSandbox(configuration) { visitor in
        let pages = try await visitor.pages()
        let post = try await visitor.post("Édité", on: pages[0])
        _ = try await visitor.send(
          "POST", "/v26.0/\(post.id)", ["message": "Après", "access_token": pages[0].token])
        let gone = try await visitor.post("Retiré", on: pages[1])
        _ = try await visitor.send("DELETE", "/v26.0/\(gone.id)?access_token=\(pages[1].token)")
        _ = try await visitor.stage("Brouillon", on: pages[2])
        _ = try await visitor.send(
          "POST", "/v26.0/\(post.id)/comments", ["message": "Oui", "access_token": pages[0].token])
        return (try await visitor.truth(all: true), visitor.ready.userToken, post.id, pages[0])
      }
      // Another seed would make other tokens; the file's own go before it.
      configuration.seed = 99
      try await withSandbox(configuration) { visitor in
        #expect(try await visitor.truth(all: true) == before.0)
        #expect(visitor.ready.userToken == before.1)
        let path = "/v26.0/\(before.2)/comments?access_token=\(before.3.token)"
        #expect(try await visitor.send("GET", path).json["data"]?.items?.count == 1)
        #expect(try await visitor.post("Après", on: before.3).error == "506/1455006")
        let new = try await visitor.post("Encore", on: before.3)
        #expect(!before.0.contains { $0["id"]?.parameterText == new.id })
      }
    }
  }

  @Test func `a sandbox that is killed has kept every answered post`() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "sandbox.jsonl").path
      await #expect(processExitsWith: .signal(SIGKILL)) { [file = file as String] in
        var configuration = SandboxConfiguration.small()
        configuration.dataFile = URL(fileURLWithPath: file)
        try await withSandbox(configuration) { visitor in
          for page in try await visitor.pages() { _ = try await visitor.post("Gardé", on: page) }
          kill(getpid(), SIGKILL)
        }
      }
      var configuration = SandboxConfiguration.small()
      configuration.dataFile = URL(fileURLWithPath: file)
      try await withSandbox(configuration) { visitor in
        let messages = try await visitor.messages()
        #expect(messages.count == 4)
      }
    }
  }

  @Test func `a torn last line is cut off and the rest kept`() async throws {
    try await withFolder { folder in
      var configuration = SandboxConfiguration.small()
      let file = folder.appending(path: "sandbox.jsonl")
      configuration.dataFile = file
      try await withSandbox(configuration) { visitor in
        _ = try await visitor.post("Entier", on: try await visitor.pages()[0])
      }
      let handle = try FileHandle(forWritingTo: file)
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(#"{"post":{"number":"12"#.utf8))
      try handle.close()
      for _ in 0..<2 {
        try await withSandbox(configuration) { visitor in
          let messages = try await visitor.messages()
          #expect(messages == ["Entier"])
        }
      }
    }
  }

  @Test(arguments: [
    ("not json\n", "line 1: not a JSON document"), ("{}\n", "not written by this version"),
    (
      #"{"sandbox":1,"appID":"1","appSecret":"2","userToken":"3"}"# + "\n{}\n",
      "line 2: not understood"
    ),
  ])
  func `a file that is no data file is refused`(_ text: String, _ reason: String) async throws {
    try await withFolder { folder in
      var configuration = SandboxConfiguration.small()
      let file = folder.appending(path: "sandbox.jsonl")
      configuration.dataFile = file
      try Data(text.utf8).write(to: file)
      #expect(await refusal(of: configuration).contains(reason))
      #expect(try Data(contentsOf: file) == Data(text.utf8))
    }
  }

  @Test func `one data file serves one sandbox at a time`() async throws {
    try await withFolder { folder in
      var configuration = SandboxConfiguration.small()
      configuration.dataFile = folder.appending(path: "sandbox.jsonl")
      try await withSandbox(configuration) { [configuration] _ in
        #expect(await refusal(of: configuration).contains("in use by another sandbox"))
      }
    }
  }
}
