import Dispatch
import Foundation
import VitrineCommands

// A reader that goes away is an answer of `write`, not the death of a launch.
signal(SIGPIPE, SIG_IGN)
// Help needs nothing that runs beside it; the first task would start the threads for that.
if let code = Entry.answerHelp() { exit(code) }
Task { exit(await Entry.run()) }
dispatchMain()
