import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import TestKit
import Testing

@testable import Routes

@Suite("The console's files")
struct ConsoleRoutesTests {
    @Test("every file that is built in is served as what it is, under a policy without anything inline")
    func files() async throws {
        let stage = try await Stage()
        try await stage.run { client async throws in
            for name in ConsoleFiles.all.keys {
                let answer = try await client.send(.get, "/console/\(name)")
                #expect(answer.status == .ok && answer.text.utf8.count == ConsoleFiles.all[name]?.count, "\(name)")
                let kind = try #require(answer.headers[.contentType])
                #expect(kind.hasPrefix(name.hasSuffix(".js") ? "text/javascript" : "text/"), "\(name)")
                let policy = try #require(answer.headers[.contentSecurityPolicy])
                #expect(policy.contains("script-src 'self';") && !policy.contains("unsafe"))
            }
            let page = try await client.send(.get, "/console")
            #expect(page.text.contains("/console/console.js") && !page.text.contains("onclick"))
            #expect(try await client.send(.get, "/console/nothing.js").status == .notFound)
            #expect(try await client.send(.get, "/console/chat.html").status == .notFound)
        }
    }

    @Test("the pages weigh less than 200 kB, the chart library aside, and load nothing from elsewhere")
    func weight() {
        let weight = ConsoleFiles.all.values.reduce(0) { $0 + $1.count }
        print("figure console.weight \(weight) bytes in \(ConsoleFiles.all.count) files")
        #expect(weight > 20_000 && weight < 200_000)
        for (name, bytes) in ConsoleFiles.all {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("https://") || name == "reho-client.js", "\(name)")
            #expect(!text.contains("innerHTML"), "\(name)")
        }
    }

    @Test("a token is handed out only where all people are invented")
    func token() async throws {
        var stage = try await Stage()
        try await stage.run { client async throws in
            #expect(try await client.send(.get, "/console/demo-token").text == #"{"token":null}"#)
        }
        stage.demoToken = { "a.b.c" }
        let demo = stage
        try await demo.run { client async throws in
            #expect(try await client.send(.get, "/console/demo-token").text == #"{"token":"a.b.c"}"#)
        }
    }
}
