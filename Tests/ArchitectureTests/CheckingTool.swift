import Foundation

/// A program of somebody else that judges a file of ours.
struct CheckingTool {
    /// Its exit status.
    var status: Int32
    /// What it said, on either channel.
    var said: String

    /// The folder that holds everything.
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    /// Where set-up puts tools that are no packages of Debian.
    static let peers = root.appendingPathComponent(".tools/peers/bin").path

    /// Runs it in that folder and waits for its end.
    init(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.currentDirectoryURL = Self.root
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }
}
