import Foundation
import TestKit
import Testing

@testable import Chat

@Suite("Naming turns and messages")
struct TurnIDTests {
    @Test("A turn id is a UUID of version 7 that sorts by time and reads back")
    func turnIDs() throws {
        var random = SeededGenerator(1)
        let ids = (0..<200).map { TurnID(at: Date(timeIntervalSince1970: Double($0)), using: &random) }
        #expect(ids.map(\.text) == ids.map(\.text).sorted())
        for id in ids {
            #expect(TurnID(id.text) == id)
            #expect(Array(id.text)[14] == "7" && "89ab".contains(Array(id.text)[19]))
            #expect(UUID(uuidString: id.text) != nil)
        }
    }

    @Test(
        "What is no UUID is no turn id",
        arguments: [
            "", "x", "0198f0a0111172228333444444444444", "0198f0a0-1111-7222-8333-44444444444g",
            "0198f0a0-1111-7222-8333-4444444444444", "----", "0198f0a-01111-7222-8333-444444444444",
        ])
    func malformed(_ text: String) {
        #expect(TurnID(text) == nil)
    }

    @Test("Case does not make another id")
    func folded() {
        #expect(TurnID("0198F0A0-1111-7222-8333-44444444444A") == TurnID("0198f0a0-1111-7222-8333-44444444444a"))
    }
}
