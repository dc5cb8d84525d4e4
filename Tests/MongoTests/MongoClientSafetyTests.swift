import FoundationEssentials
import Logging
import Mongo
import TestServers
import Testing

extension RealServer {
    @Suite("A server that lets only some people in")
    struct MongoClientSafetyTests {
        private func withClient(
            _ address: String, _ body: (MongoClient) async throws -> Void
        ) async throws {
            var settings = MongoSettings(address: address, database: "finance")
            settings.selection = .milliseconds(800)
            let client = try MongoClient(settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            do { try await body(client) } catch {
                await client.shutdown()
                throw error
            }
            await client.shutdown()
        }

        private func isLetIn(_ address: String) async throws -> Bool {
            var isIn = false
            try await withClient(address) { client in
                let outcome = await timed { () async throws(MongoError) in
                    try await client.insert([["word": "kept"]], into: Notebook())
                }
                #expect(
                    outcome.outcome.failure.map { !"\($0)".contains("open-sesame") } ?? true, "no password is shown")
                isIn = outcome.outcome.failure == nil
            }
            return isIn
        }

        @Test("a name and password of the address are shown to the server; a wrong one or none is told, without it")
        func password() async throws {
            let server = try await MongoServer.start()
            let made = try BSONDocument(
                bytes: server.command(
                    (["createUser": "sidecar", "pwd": "open-sesame", "roles": ["readWriteAnyDatabase"], "$db": "admin"]
                        as BSONDocument).bytes))
            try #require(made["ok"]?.isSet == true, "\(made)")
            await server.stop()
            try await server.restart(adding: ["--auth"])
            let place = "127.0.0.1:\(server.port)/?authSource=admin"
            #expect(try await isLetIn("mongodb://sidecar:open-sesame@\(place)"))
            #expect(try await !isLetIn("mongodb://sidecar:open-sesame-not@\(place)"))
            #expect(try await !isLetIn("mongodb://\(place)"))
            await server.stop()
        }

        @Test("over TLS only a certificate that is trusted is talked to")
        func encryption() async throws {
            let certificate = try SelfSignedCertificate()
            let server = try await MongoServer.start(certificate: certificate)
            let place = "mongodb://127.0.0.1:\(server.port)/?tls=true"
            #expect(try await isLetIn("\(place)&tlsCAFile=\(certificate.certificate.path)"))
            #expect(try await !isLetIn(place), "nobody vouches for it")
            #expect(try await !isLetIn(server.address), "it does not speak in the clear")
            await server.stop()
        }
    }
}
