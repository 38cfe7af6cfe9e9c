package io.github.kextmanager.plist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tag as the kernel's parser sees one.
 *
 * @param form how it is written
 * @param name its name
 * @param attributes its attributes, in order
 */
record KernelTag(Form form, String name, List<Attribute> attributes) {
  /** The room for a name, an attribute or a value, and for attributes, with one to spare. */
  private static final int LIMIT = 31;

  /** How a tag is written; {@code </a/>} is {@link #EMPTY}. */
  enum Form {
    START,
    END,
    EMPTY
  }

  /** An attribute of a tag. */
  record Attribute(String name, String value) {}

  boolean isEmpty() {
    return form == Form.EMPTY;
  }

  boolean isEndOf(String other) {
    return form == Form.END && name.equals(other);
  }

  Optional<String> attribute(String wanted) {
    Optional<String> value = Optional.empty();
    for (Attribute attribute : attributes) {
      if (attribute.name().equals(wanted)) {
        value = Optional.of(attribute.value());
      }
    }
    return value;
  }

  /** Reads a tag of which {@code <} was read. */
  static KernelTag read(KernelBuffer buffer) throws KernelSyntaxException {
    boolean end = buffer.skip('/');
    if (!KernelBuffer.isLetter(buffer.current())) {
      throw new KernelSyntaxException("%s follows '<'".formatted(buffer.currentName()));
    }
    String name = word(buffer, "the name of an element");
    List<Attribute> attributes = attributes(buffer, name);
    boolean empty = buffer.skip('/');
    if (!buffer.skip('>')) {
      throw new KernelSyntaxException(
          "%s follows '/' in <%s>".formatted(buffer.currentName(), name));
    }
    return new KernelTag(empty ? Form.EMPTY : end ? Form.END : Form.START, name, attributes);
  }

  /** What follows the name is an attribute, or the end of the tag without a blank before it. */
  private static List<Attribute> attributes(KernelBuffer buffer, String tag)
      throws KernelSyntaxException {
    if (buffer.current() == '>') {
      return List.of();
    }
    List<Attribute> attributes = new ArrayList<>();
    while (buffer.current() != '>' && buffer.current() != '/') {
      buffer.skipBlanks();
      String name = word(buffer, "the name of an attribute");
      buffer.skipBlanks();
      expect(buffer, '=', tag);
      buffer.skipBlanks();
      expect(buffer, '"', tag);
      String value = buffer.textUpTo('"', LIMIT);
      expect(buffer, '"', tag);
      attributes.add(new Attribute(name, value));
      if (attributes.size() > LIMIT) {
        throw new KernelSyntaxException("<%s> has more than %d attributes".formatted(tag, LIMIT));
      }
    }
    return attributes;
  }

  private static void expect(KernelBuffer buffer, char expected, String tag)
      throws KernelSyntaxException {
    if (!buffer.skip(expected)) {
      throw new KernelSyntaxException(
          "%s stands in <%s> where '%c' should".formatted(buffer.currentName(), tag, expected));
    }
  }

  private static String word(KernelBuffer buffer, String what) throws KernelSyntaxException {
    String word = buffer.word();
    if (word.length() >= LIMIT) {
      throw new KernelSyntaxException("%s has %d characters or more".formatted(what, LIMIT));
    }
    return word;
  }
}
