import Foundation
import VitrineCommands

exit(await Entry.run())
