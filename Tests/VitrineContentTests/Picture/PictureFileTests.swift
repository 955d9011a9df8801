import Foundation
import Testing
import VitrineContent

@testable import VitrineCore

#if canImport(Glibc)
  import Glibc
#endif

/// Pictures as files.
struct PictureFileTests {
  private func workspace() throws -> (Folder, Workspace) {
    let folder = try Folder()
    let workspace = Workspace(folder: folder.url)
    try FileManager.default.createDirectory(at: workspace.media, withIntermediateDirectories: true)
    return (folder, workspace)
  }

  private func put(_ name: String, at url: URL) throws {
    try Data(TestPictures.bytes(name)).write(to: url)
  }

  @Test func `a person's photo comes back stripped, whatever it is called`() throws {
    let folder = try Folder()
    let file = folder.url.appendingPathComponent("vacances.txt")
    try put("phone.jpg", at: file)
    let found = try PictureFile.load(file.path)
    #expect(found.picture.type == .jpeg)
    #expect(found.hadLocation)
    #expect(!TestPictures.isTelling(found.bytes))
  }

  @Test func `a file exchanged afterwards changes nothing`() throws {
    let folder = try Folder()
    let file = folder.url.appendingPathComponent("a.jpg")
    try put("phone.jpg", at: file)
    let found = try PictureFile.load(file.path)
    try put("plain.png", at: file)
    #expect(found.digest == Hash(of: found.bytes).hex)
    #expect(found.picture.type == .jpeg)
  }

  @Test func `a HEIC is refused with the name, the reason and what to do`() throws {
    let folder = try Folder()
    let path = try folder.write("\0\0\0\u{18}ftypheic", to: "IMG_0001.JPG")
    let found = fault { _ = try PictureFile.load(path) }
    #expect(found?.code == .invalid)
    #expect(found?.subject == path)
    #expect(found?.hint == Message("picture.heic-fix"))
    #expect(
      found?.lines() == [
        "\(path): error: the photo is in Apple's HEIC format, which the networks do not take"
          + " [picture.type]"
      ])
  }

  @Test func `a file beyond twenty megabytes is refused before it is read`() throws {
    let folder = try Folder()
    let path = try folder.write("", to: "a.jpg")
    #expect(truncate(path, 200_000_000) == 0)
    let found = fault { _ = try PictureFile.load(path) }
    #expect(found?.message == Message("file.too-large", path, 200_000_000, 20_000_000))
  }

  @Test func `a link, a pipe, a device and a folder are no photo`() throws {
    let folder = try Folder()
    let file = folder.url.path + "/a.jpg"
    try put("plain.jpg", at: URL(fileURLWithPath: file))
    let (link, pipe) = (folder.url.path + "/link.jpg", folder.url.path + "/pipe.jpg")
    #expect(symlink(file, link) == 0)
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(fault { _ = try PictureFile.load(link) }?.message.code == "file.link")
    for path in [pipe, "/dev/zero", folder.url.path] {
      #expect(fault { _ = try PictureFile.load(path) }?.message.code == "file.not-regular")
    }
    #expect(fault { _ = try PictureFile.load(folder.url.path + "/none.jpg") }?.code == .notFound)
  }

  @Test(arguments: [
    "../etc/passwd", "/etc/passwd", "a/../../x", "%2e%2e/x", "..\\x", "C:\\x", "~/x", "a//b", "./a",
    "a\u{0}b", "",
  ])
  func `a path that leads out of the media folder is refused`(path: String) throws {
    let (_, workspace) = try workspace()
    #expect(fault { _ = try PictureFile.load(path, of: workspace) }?.code == .invalid)
  }

  @Test func `a picture of the library is read, in a folder below too`() throws {
    let (_, workspace) = try workspace()
    let below = workspace.media.appendingPathComponent("noel/2026")
    try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
    try put("plain.png", at: below.appendingPathComponent("sapin.png"))
    #expect(try PictureFile.load("noel/2026/sapin.png", of: workspace).picture.type == .png)
    #expect(fault { _ = try PictureFile.load("noel/2026/x", of: workspace) }?.code == .notFound)
    #expect(fault { _ = try PictureFile.load("noel/x/y", of: workspace) }?.code == .notFound)
    #expect(
      fault { _ = try PictureFile.load("noel/2026", of: workspace) }?.message.code
        == "file.not-regular")
  }

  @Test func `links inside the media folder are not followed`() throws {
    let (folder, workspace) = try workspace()
    let outside = folder.url.appendingPathComponent("outside.png")
    try put("plain.png", at: outside)
    let media = workspace.media.path
    #expect(symlink("/", media + "/root") == 0)
    #expect(symlink(outside.path, media + "/link.png") == 0)
    #expect(symlink(media, media + "/loop") == 0)
    #expect(Glibc.link(outside.path, media + "/hard.png") == 0)
    #expect(mkfifo(media + "/pipe.png", 0o600) == 0)
    func code(_ path: String) -> String? {
      fault { _ = try PictureFile.load(path, of: workspace) }?.message.code
    }
    #expect(code("root/etc/passwd") == "file.link")
    #expect(code("link.png") == "file.link")
    #expect(code("loop/loop/loop/link.png") == "file.link")
    #expect(code("hard.png") == "file.hard-link")
    #expect(code("pipe.png") == "file.not-regular")
  }

  @Test func `the pictures of the repository's library can be used`() throws {
    let workspace = Workspace(folder: repository)
    let names = try FileManager.default.contentsOfDirectory(atPath: workspace.media.path)
    #expect(names.count >= 25)
    for name in names {
      let picture = try PictureFile.load(name, of: workspace).picture
      for network in MediaLimits.builtIn.limits.keys {
        #expect(MediaLimits.builtIn.check(picture, for: network).isEmpty, "\(name) on \(network)")
      }
    }
  }
}
