import Adapters
import Mongo
import Ports
import TestKit
import TestServers
import Testing

extension OverMongo {
    @Suite("People over MongoDB")
    struct PeopleMongoTests {
        @Test("keeps every promise of the port", arguments: PeopleConformance.checks)
        func conforms(_ check: ConformanceCheck<Seeded<People>>) async throws {
            try await MongoScene.with { scene in try await check.run(scene.seeded(.mongo(scene.client))) }
        }

        @Test("a read that fails is an error, not an unknown person or an empty page")
        func failedReads() async throws {
            try await MongoScene.with(own: true) { scene in
                let people = People.mongo(scene.client)
                try scene.fail(["find"], times: 2, ["errorCode": 11_600])
                #expect(await PortError.thrown { _ = try await people.find(Fresh.user()) }?.code == .unavailable)
                #expect(await PortError.thrown { _ = try await people.page(nil, 5) }?.code == .unavailable)
                #expect(try await people.find(Fresh.user()) == nil)
            }
        }
    }
}
