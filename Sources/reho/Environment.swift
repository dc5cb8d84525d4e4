import App
import ArgumentParser
import Foundation

extension Settings {
    /// The process's environment over an `.env` file in the working directory. Faults are printed, all of them, and end
    /// the command with 78, the customary code for a wrong configuration.
    static func fromProcess() throws -> Settings {
        do {
            return try Settings(environment: environment())
        } catch let error as SettingsError {
            for fault in error.faults { complain("\(fault.variable): \(fault.problem)") }
        } catch {
            complain(".env: \(error)")
        }
        throw ExitCode(78)
    }

    private static func environment() throws -> [String: String] {
        let process = ProcessInfo.processInfo.environment
        guard let text = try? String(contentsOfFile: ".env", encoding: .utf8) else { return process }
        return try Settings.merging(envFile: text, process: process)
    }
}

/// A line on standard error, for people; the exit code tells the rest.
func complain(_ line: String) {
    FileHandle.standardError.write(Data("reho: \(line)\n".utf8))
}

/// Whether standard output is a terminal.
var isTerminal: Bool { isatty(FileHandle.standardOutput.fileDescriptor) == 1 }

/// Text on standard output at once, whatever it is connected to.
func show(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
}
