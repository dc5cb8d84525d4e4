public import Foundation

/// A certificate for the loopback address that nobody trusts but who is told to; gone with its last holder.
public final class SelfSignedCertificate: Sendable {
    /// The certificate, which is also what a client has to trust.
    public let certificate: URL
    /// Its private key.
    public let key: URL
    private let folder: URL

    /// Makes one that is good for a day.
    public init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("reho-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.appendingPathComponent("certificate.pem")
        key = folder.appendingPathComponent("key.pem")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1",
            "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key.path, "-out", certificate.path,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
