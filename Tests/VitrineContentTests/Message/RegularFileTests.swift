import Foundation
import Testing
import VitrineContent
import VitrineCore

#if canImport(Glibc)
  import Glibc
#endif

struct RegularFileTests {
  private func refusal(_ path: String, limit: Int = 100) -> Fault? {
    fault { _ = try RegularFile.read(path, limit: limit) }
  }

  @Test func `the bytes of a file come back`() throws {
    let folder = try Folder()
    let path = try folder.write("é\u{0}", to: "a")
    #expect(try RegularFile.read(path, limit: 3) == [0xC3, 0xA9, 0])
    #expect(try RegularFile.read(folder.write("", to: "b"), limit: 0) == [])
  }

  @Test func `a file beyond the limit is refused`() throws {
    let folder = try Folder()
    let path = try folder.write("1234", to: "a")
    let found = refusal(path, limit: 3)
    #expect(found?.code == .invalid)
    #expect(found?.message == Message("file.too-large", path, 4, 3))
  }

  @Test func `a file that is not there is not found`() throws {
    let folder = try Folder()
    let file = try folder.write("", to: "a")
    #expect(refusal(folder.url.path + "/none")?.code == .notFound)
    #expect(refusal(file + "/below")?.code == .notFound)
  }

  @Test func `a folder, a pipe, a device and a loop of links are refused`() throws {
    let folder = try Folder()
    let pipe = folder.url.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let loop = folder.url.path + "/loop"
    #expect(symlink(loop, loop) == 0)
    for path in [folder.url.path, pipe, "/dev/zero", "/dev/null"] {
      let found = refusal(path)
      #expect(found?.code == .invalid)
      #expect(found?.message.code == "file.not-regular")
      #expect(found?.hint != nil)
    }
    #expect(refusal(loop)?.message.code == "file.loop")
    #expect(refusal(loop)?.code == .invalid)
  }

  @Test(arguments: ["", "a\u{0}b"])
  func `a name that is none is refused`(path: String) {
    #expect(refusal(path)?.code == .invalid)
  }

  @Test func `a link to a regular file is followed`() throws {
    let folder = try Folder()
    let path = try folder.write("x", to: "a")
    #expect(symlink(path, folder.url.path + "/link") == 0)
    #expect(try RegularFile.read(folder.url.path + "/link", limit: 1) == [0x78])
  }

  @Test func `a message that cannot be used carries all its findings`() throws {
    let folder = try Folder()
    let path = try folder.write("---\ntitel: a\nurgent: oui\n---\n\n", to: "m.md")
    let found = fault { _ = try MessageFile.load(path) }
    #expect(found?.code == .invalid)
    #expect(found?.subject == path)
    #expect(
      found?.findings.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.rule)" } == [
        "2:1 yaml.unknown-key", "2:1 yaml.missing", "3:9 yaml.type", "5:1 message.text",
      ])
  }
}
