import Foundation
import FoundationXML

/// An element of an XML document as Foundation's parser sees it.
final class XMLNode {
  let name: String
  private(set) var children: [XMLNode] = []
  private(set) var text = ""

  private init(_ name: String) {
    self.name = name
  }

  struct ParseError: Error {}

  static func parse(_ text: String) throws -> XMLNode {
    let parser = XMLParser(data: .init(text.utf8))
    let delegate = Delegate()
    parser.delegate = delegate
    guard parser.parse(), let root = delegate.root else { throw ParseError() }
    return root
  }

  private final class Delegate: NSObject, XMLParserDelegate {
    var root: XMLNode?
    private var open: [XMLNode] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let node = XMLNode(name)
      open.last?.children.append(node)
      if open.isEmpty { root = node }
      open.append(node)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      open.last?.text += string
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }
  }
}
