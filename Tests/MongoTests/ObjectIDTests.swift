import Mongo
import Testing

@Suite("ObjectID")
struct ObjectIDTests {
    @Test("24 hex digits of either case are read, and shown in lower case")
    func hex() throws {
        let id = try #require(ObjectID("00000A1B2C3D4E5F60718200"))
        #expect(id.hex == "00000a1b2c3d4e5f60718200")
        #expect(ObjectID("ffffffffffffffffffffffff")?.hex == "ffffffffffffffffffffffff")
    }

    @Test(
        "anything else is no id",
        arguments: [
            "", "661f0a1b2c3d4e5f6071829", "661f0a1b2c3d4e5f607182933", "661f0a1b2c3d4e5f6071829g",
            "+61f0a1b2c3d4e5f60718293", "661f0a1b2c3d4e5f-0718293", "６61f0a1b2c3d4e5f607182",
        ])
    func refusal(_ text: String) { #expect(ObjectID(text) == nil) }
}
