import VitrineCommands

print("x")
