package io.github.kextmanager.plist;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an XML property list with the JDK's pull parser, one element after the other. */
final class XmlPlistReader {
  private final XMLStreamReader xml;
  private final PlistBudget budget = new PlistBudget();

  private XmlPlistReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  static PlistValue read(byte[] bytes) {
    String text = PlistText.decode(bytes);
    requireTag(text);
    try {
      return new XmlPlistReader(factory().createXMLStreamReader(new StringReader(text))).document();
    } catch (XMLStreamException e) {
      throw new UnreadablePlistException(position(e.getLocation()), reason(e));
    }
  }

  /** What is no XML at all the JDK's parser calls content in a prolog. */
  private static void requireTag(String text) {
    String beginning = text.strip();
    if (!beginning.isEmpty() && beginning.charAt(0) != '<') {
      int end = (int) beginning.chars().takeWhile(each -> !Character.isWhitespace(each)).count();
      throw new UnreadablePlistException(
          new PlistPosition.InText(1, 1),
          "a property list begins with < or bplist, and this begins with \"%s\"."
              .formatted(XmlScalar.shortened(beginning.substring(0, end))));
    }
  }

  /**
   * A parser that skips the document type and knows no entity of its own. The limits of the JDK
   * differ between its releases (24 takes a depth of 100 and 100 kB behind an entity for an attack)
   * and are of no use here, where no entity is expanded.
   */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    return factory;
  }

  private PlistValue document() throws XMLStreamException {
    while (!xml.isStartElement()) {
      next();
    }
    PlistValue root = xml.getLocalName().equals("plist") ? root() : value(1);
    while (xml.hasNext()) {
      next();
    }
    return root;
  }

  private PlistValue root() throws XMLStreamException {
    if (!nextTag()) {
      throw unreadable("the property list is empty");
    }
    PlistValue root = value(1);
    if (nextTag()) {
      throw unreadable("a property list has one root, and <%s> is a second", xml.getLocalName());
    }
    return root;
  }

  /** Reads the element at whose beginning the parser stands, to its end. */
  private PlistValue value(int depth) throws XMLStreamException {
    budget.spend(position(xml.getLocation()), depth, 0);
    String name = xml.getLocalName();
    return switch (name) {
      case "dict" -> dict(depth);
      case "array" -> array(depth);
      case "string" -> new PlistString(text());
      case "true" -> bool(true);
      case "false" -> bool(false);
      case "integer", "real", "date", "data" -> scalar(name);
      case "key" -> throw unreadable("a <key> stands where a value should");
      default -> throw unreadable("<%s> is not an element of a property list", name);
    };
  }

  private PlistDict dict(int depth) throws XMLStreamException {
    Map<String, PlistValue> entries = new LinkedHashMap<>();
    while (nextTag()) {
      if (!xml.getLocalName().equals("key")) {
        throw unreadable("<%s> stands where a <key> should", xml.getLocalName());
      }
      budget.spend(position(xml.getLocation()), depth, 0);
      String key = text();
      if (!nextTag()) {
        throw unreadable("the key \"%s\" has no value", key);
      }
      entries.put(key, value(depth + 1));
    }
    return new PlistDict(entries);
  }

  private PlistArray array(int depth) throws XMLStreamException {
    List<PlistValue> values = new ArrayList<>();
    while (nextTag()) {
      values.add(value(depth + 1));
    }
    return new PlistArray(values);
  }

  private PlistBoolean bool(boolean value) throws XMLStreamException {
    String name = xml.getLocalName();
    if (nextTag()) {
      throw unreadable("<%s> is not empty", name);
    }
    return new PlistBoolean(value);
  }

  private PlistValue scalar(String name) throws XMLStreamException {
    Location start = xml.getLocation();
    try {
      return XmlScalar.read(name, text());
    } catch (IllegalArgumentException e) {
      throw new UnreadablePlistException(position(start), e.getMessage() + ".");
    }
  }

  /** The text up to the end of the element, in which no other element may stand. */
  private String text() throws XMLStreamException {
    String name = xml.getLocalName();
    var text = new StringBuilder();
    while (true) {
      switch (next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        case XMLStreamConstants.END_ELEMENT -> {
          return text.toString();
        }
        case XMLStreamConstants.START_ELEMENT ->
            throw unreadable("<%s> stands inside <%s>", xml.getLocalName(), name);
        default -> throw unexpected();
      }
    }
  }

  /** Goes to the next beginning (true) or end (false) of an element; no text may lie between. */
  private boolean nextTag() throws XMLStreamException {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        case XMLStreamConstants.COMMENT,
            XMLStreamConstants.PROCESSING_INSTRUCTION,
            XMLStreamConstants.SPACE -> {}
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!xml.isWhiteSpace()) {
            throw unreadable("\"%s\" stands where a tag should", xml.getText().strip());
          }
        }
        default -> throw unexpected();
      }
    }
  }

  /**
   * Goes to the next event. The JDK's parser can fail in ways it does not declare: a control
   * character in a document type ends in a MissingResourceException (JDK 17.0.15).
   */
  private int next() throws XMLStreamException {
    try {
      return xml.next();
    } catch (RuntimeException e) {
      throw unreadable("the XML parser cannot read on (%s)", String.valueOf(e.getMessage()));
    }
  }

  private UnreadablePlistException unexpected() {
    return xml.getEventType() == XMLStreamConstants.ENTITY_REFERENCE
        ? unreadable("the entity &%s; is not one of XML's own", xml.getLocalName())
        : unreadable("an XML event of type %d stands where none may", xml.getEventType());
  }

  private UnreadablePlistException unreadable(String reason, Object... arguments) {
    Object[] shortened = arguments.clone();
    for (int i = 0; i < shortened.length; i++) {
      if (shortened[i] instanceof String text) {
        shortened[i] = XmlScalar.shortened(text);
      }
    }
    return new UnreadablePlistException(
        position(xml.getLocation()), reason.formatted(shortened) + ".");
  }

  private static PlistPosition position(Location location) {
    return new PlistPosition.InText(location.getLineNumber(), location.getColumnNumber());
  }

  /** The JDK puts the position before its reason, once more. */
  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int reason = message.indexOf("Message: ");
    return reason < 0 ? message : message.substring(reason + "Message: ".length());
  }
}
