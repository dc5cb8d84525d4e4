import Finance
import FoundationEssentials
import Testing

@Suite("User id")
struct UserIDTests {
    @Test("reads 24 hex digits of either case")
    func reads() { #expect(UserID("661F0A1B2C3D4E5F60718293")?.hex == "661f0a1b2c3d4e5f60718293") }

    @Test(
        "refuses all else",
        arguments: ["", "661f", "661f0a1b2c3d4e5f6071829g", "661f0a1b2c3d4e5f607182930", "６61f0a1b2c3d4e5f60718"])
    func refuses(text: String) {
        #expect(UserID(text) == nil)
        #expect(throws: (any Error).self) { try JSONDecoder().decode(UserID.self, from: JSONEncoder().encode(text)) }
    }
}
