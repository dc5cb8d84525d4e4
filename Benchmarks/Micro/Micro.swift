import Foundation

/// Runs one hot path a number of times: `micro NAME COUNT`, or `micro --list`. What COUNT more rounds add to a run's
/// instructions is the cost of a round, without the start of the process. Nothing here is asynchronous: valgrind does not
/// survive the threads of a concurrent runtime.
@main
enum Micro {
    static func main() throws {
        let paths = try HotPath.all()
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "--list" { return paths.forEach { print($0.name, $0.rounds) } }
        guard let name = arguments.first, let path = paths.first(where: { $0.name == name }),
            let count = arguments.last.flatMap(Int.init)
        else {
            FileHandle.standardError.write(Data("micro NAME COUNT | --list\n".utf8))
            exit(2)
        }
        var sum = 0
        for _ in 0..<count { sum &+= try path.run() }
        // Printed, so that no round can be left out by the compiler.
        print(name, count, sum)
    }
}
