internal import Foundation

/// The token secret of a start without `JWT_SECRET`: made once, kept in the data directory so that a demo token outlives
/// a restart, readable by its owner only. Never used beside a real database.
enum DevelopmentSecret {
    static let fileName = "jwt-secret"

    /// The kept secret, made when there is none. A directory that cannot be written is an error, not a weak secret.
    static func load(from directory: String) throws -> String {
        let folder = URL(fileURLWithPath: directory)
        let file = folder.appendingPathComponent(fileName)
        if let kept = try? String(contentsOf: file, encoding: .utf8), kept.utf8.count >= 32 { return kept }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var random = SystemRandomNumberGenerator()
        let made = (0..<4).map { _ in String(random.next(), radix: 36) }.joined(separator: "-")
        let isWritten = FileManager.default.createFile(
            atPath: file.path, contents: Data(made.utf8), attributes: [.posixPermissions: 0o600])
        guard isWritten else { throw CocoaError(.fileWriteNoPermission) }
        return made
    }
}
