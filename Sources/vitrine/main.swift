import Foundation
import VitrineCommands

// A reader that goes away is an answer of `write`, not the death of a launch.
signal(SIGPIPE, SIG_IGN)
exit(await Entry.run())
