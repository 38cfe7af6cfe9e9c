package io.github.kextmanager.testing.disk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the small part of XML that {@code IOCFUnserialize} understands, which is not the same as
 * what a property list library reads: CR LF line ends, CDATA, quotes written as entities, a blank
 * in {@code <true />}, {@code <real>} and {@code <date>} all make a file unreadable, and what comes
 * after the root does not matter.
 *
 * <p>No entity is ever looked up or expanded but those of the two angle brackets and the ampersand.
 */
final class InfoPlistParser {
  private static final int MAXIMUM_DEPTH = 64;

  private final String text;
  private int place;
  private int line = 1;

  private InfoPlistParser(String text) {
    this.text = text;
  }

  /** Returns the root: a String, Long, Boolean, byte[], List or Map. */
  static Object parse(byte[] bytes) throws InfoPlistSyntaxException {
    var parser = new InfoPlistParser(new String(bytes, StandardCharsets.UTF_8));
    return parser.root();
  }

  private Object root() throws InfoPlistSyntaxException {
    Tag tag = nextTag();
    if (tag.name().equals("plist") && tag.kind() == Tag.Kind.OPEN) {
      tag = nextTag();
    }
    Object root = value(tag, 0);
    if (root instanceof Key) {
      throw syntax();
    }
    return root;
  }

  private record Key(String name) {}

  private record Tag(String name, Kind kind) {
    enum Kind {
      OPEN,
      CLOSE,
      EMPTY
    }
  }

  private Object value(Tag tag, int depth) throws InfoPlistSyntaxException {
    if (tag.kind() == Tag.Kind.CLOSE || depth > MAXIMUM_DEPTH) {
      throw syntax();
    }
    boolean empty = tag.kind() == Tag.Kind.EMPTY;
    return switch (tag.name()) {
      case "string" -> empty ? "" : characters("string");
      case "key" -> {
        if (empty) {
          throw syntax();
        }
        yield new Key(characters("key"));
      }
      case "integer" -> empty ? Long.valueOf(0) : integer(characters("integer"));
      case "data" -> empty ? new byte[0] : data(characters("data"));
      case "true", "false" -> {
        if (!empty) {
          throw syntax();
        }
        yield tag.name().equals("true");
      }
      case "array", "set" -> empty ? List.of() : array(tag.name(), depth);
      case "dict" -> empty ? Map.of() : dict(depth);
      default -> throw syntax();
    };
  }

  private List<Object> array(String name, int depth) throws InfoPlistSyntaxException {
    List<Object> values = new ArrayList<>();
    while (true) {
      Tag tag = nextTag();
      if (tag.kind() == Tag.Kind.CLOSE && tag.name().equals(name)) {
        return values;
      }
      values.add(notKey(value(tag, depth + 1)));
    }
  }

  private Map<String, Object> dict(int depth) throws InfoPlistSyntaxException {
    Map<String, Object> values = new LinkedHashMap<>();
    while (true) {
      Tag tag = nextTag();
      if (tag.kind() == Tag.Kind.CLOSE && tag.name().equals("dict")) {
        return values;
      }
      if (!(value(tag, depth + 1) instanceof Key key)) {
        throw syntax();
      }
      values.put(key.name(), notKey(value(nextTag(), depth + 1)));
    }
  }

  private Object notKey(Object value) throws InfoPlistSyntaxException {
    if (value instanceof Key) {
      throw syntax();
    }
    return value;
  }

  /** Skips blanks, comments, declarations and the document type, and reads the tag after them. */
  private Tag nextTag() throws InfoPlistSyntaxException {
    while (true) {
      skipBlanks();
      if (next() != '<') {
        throw syntax();
      }
      if (text.startsWith("!--", place)) {
        skipPast("-->");
      } else if (peek() == '?') {
        skipPast("?>");
      } else if (peek() == '!') {
        skipDocumentType();
      } else {
        return tag();
      }
    }
  }

  private void skipDocumentType() throws InfoPlistSyntaxException {
    while (true) {
      char c = next();
      if (c == '[') {
        throw syntax();
      }
      if (c == '>') {
        return;
      }
    }
  }

  private Tag tag() throws InfoPlistSyntaxException {
    boolean close = peek() == '/';
    if (close) {
      place++;
    }
    int start = place;
    while (Character.isLetterOrDigit(peek())) {
      place++;
    }
    String name = text.substring(start, place);
    while (!close && peek() == ' ') {
      attribute();
    }
    boolean empty = !close && peek() == '/';
    if (empty) {
      place++;
    }
    if (next() != '>') {
      throw syntax();
    }
    return new Tag(name, close ? Tag.Kind.CLOSE : empty ? Tag.Kind.EMPTY : Tag.Kind.OPEN);
  }

  private void attribute() throws InfoPlistSyntaxException {
    place++;
    int start = place;
    while (Character.isLetterOrDigit(peek())) {
      place++;
    }
    if (place == start || next() != '=' || next() != '"') {
      throw syntax();
    }
    while (next() != '"') {
      // the value of an attribute means nothing
    }
  }

  private String characters(String element) throws InfoPlistSyntaxException {
    var characters = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '<') {
        String end = "/" + element + ">";
        if (!text.startsWith(end, place)) {
          throw syntax();
        }
        place += end.length();
        return characters.toString();
      }
      characters.append(c == '&' ? entity() : c);
    }
  }

  private char entity() throws InfoPlistSyntaxException {
    for (Map.Entry<String, Character> entity :
        Map.of("lt;", '<', "gt;", '>', "amp;", '&').entrySet()) {
      if (text.startsWith(entity.getKey(), place)) {
        place += entity.getKey().length();
        return entity.getValue();
      }
    }
    throw syntax();
  }

  private Long integer(String digits) throws InfoPlistSyntaxException {
    if (digits.isEmpty()) {
      return 0L;
    }
    boolean hex = digits.startsWith("0x");
    boolean negative = digits.startsWith("-");
    int radix = hex ? 16 : 10;
    long value = 0;
    for (int i = hex ? 2 : negative ? 1 : 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
      if (digit < 0) {
        throw syntax();
      }
      value = value * radix + digit;
    }
    return negative ? -value : value;
  }

  private static byte[] data(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private void skipBlanks() throws InfoPlistSyntaxException {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n') {
      next();
    }
  }

  private void skipPast(String end) throws InfoPlistSyntaxException {
    while (!text.startsWith(end, place)) {
      next();
    }
    place += end.length();
  }

  private char peek() throws InfoPlistSyntaxException {
    if (place >= text.length()) {
      throw InfoPlistSyntaxException.end(line);
    }
    return text.charAt(place);
  }

  private char next() throws InfoPlistSyntaxException {
    char c = peek();
    place++;
    if (c == '\n') {
      line++;
    }
    return c;
  }

  private InfoPlistSyntaxException syntax() {
    return InfoPlistSyntaxException.syntax(line);
  }
}
