import Testing

@testable import Drafts

@Suite("A receipt as it was sent")
struct ReceiptFileTests {
    private static let heads: [(ReceiptFile.Kind, [UInt8])] = [
        (.jpeg, [0xFF, 0xD8, 0xFF, 0xE0]), (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (.webp, Array("RIFF\u{1}\u{2}\u{3}\u{4}WEBP".utf8)), (.pdf, Array("%PDF-".utf8)),
    ]

    @Test("a file must begin as its kind does, and as no other")
    func magic() {
        for (kind, head) in Self.heads {
            for other in ReceiptFile.Kind.allCases {
                #expect((ReceiptFile(head + [1, 2, 3], kind: other) != nil) == (kind == other), "\(kind) as \(other)")
            }
            #expect(ReceiptFile(Array(head.dropLast(2)), kind: kind) == nil)
            #expect(ReceiptFile([0] + head, kind: kind) == nil)
        }
        #expect(ReceiptFile([], kind: .pdf) == nil)
        #expect(ReceiptFile(Array("RIFF\u{1}\u{2}\u{3}\u{4}WAVE".utf8), kind: .webp) == nil)
    }

    @Test("5 MiB are taken, a byte more is not")
    func size() {
        let head = Array("%PDF-".utf8)
        let whole = head + [UInt8](repeating: 0, count: ReceiptFile.mostBytes - head.count)
        #expect(ReceiptFile(whole, kind: .pdf) != nil && ReceiptFile.mostBytes == 5_242_880)
        #expect(ReceiptFile(whole + [0], kind: .pdf) == nil)
    }

    @Test("the kind is that of the header, whatever its case and what stands behind it")
    func kinds() {
        #expect(ReceiptFile.Kind(contentType: "Image/JPEG; charset=binary") == .jpeg)
        #expect(ReceiptFile.Kind(contentType: "application/pdf") == .pdf)
        for type in ["", "image/jpg", "image/gif", "image/svg+xml", "text/html", "image/jpeg/x", "multipart/form-data"]
        {
            #expect(ReceiptFile.Kind(contentType: type) == nil, "\(type)")
        }
    }

    @Test("no way of printing it shows what is in it")
    func hidden() throws {
        let file = try #require(ReceiptFile(Array("%PDF-CANARY".utf8), kind: .pdf))
        var dumped = ""
        dump(file, to: &dumped)
        for text in ["\(file)", String(reflecting: file), dumped] {
            #expect(!text.contains("CANARY") && !text.contains("67, 65, 78") && text.contains("11 bytes"))
        }
    }
}
