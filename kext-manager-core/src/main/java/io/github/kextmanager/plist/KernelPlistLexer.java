package io.github.kextmanager.plist;

import io.github.kextmanager.plist.KernelTag.Attribute;
import java.util.List;
import java.util.Map;

/**
 * Cuts a property list into the tokens of the kernel's parser (IOKitUser, IOCFUnserialize.yacc).
 */
final class KernelPlistLexer {
  private final KernelBuffer buffer;

  KernelPlistLexer(byte[] bytes) {
    this.buffer = new KernelBuffer(bytes);
  }

  /** The line that the parser would name. */
  int line() {
    return buffer.line();
  }

  KernelToken next() throws KernelSyntaxException {
    while (true) {
      buffer.skipBlanksAndLines();
      if (buffer.current() == 0) {
        return KernelToken.of(KernelToken.Kind.END, KernelToken.NO_ID);
      }
      if (!buffer.skip('<')) {
        throw new KernelSyntaxException(buffer.currentName() + " stands outside of a tag");
      }
      if (!skipRemark()) {
        KernelToken token = token(KernelTag.read(buffer));
        if (token.kind() != KernelToken.Kind.PLIST) {
          return token;
        }
      }
    }
  }

  /** Skips a comment, a declaration or a processing instruction, of which {@code <} was read. */
  private boolean skipRemark() throws KernelSyntaxException {
    switch (buffer.current()) {
      case '?' -> skipInstruction();
      case '!' -> skipDeclarationOrComment();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void skipInstruction() throws KernelSyntaxException {
    int c = buffer.advanceCounting();
    while (!(c == '?' && buffer.advance() == '>')) {
      requireMore("<?");
      c = buffer.advanceCounting();
    }
    buffer.advance();
  }

  private void skipDeclarationOrComment() throws KernelSyntaxException {
    int c = buffer.advance();
    if (c == '-') {
      c = buffer.advance();
      if (c == '-') {
        skipComment();
        return;
      }
    }
    if (!KernelBuffer.isLetter(c)) {
      throw new KernelSyntaxException(
          c == '['
              ? "the kernel's parser knows no CDATA sections"
              : buffer.currentName() + " follows '<!'");
    }
    while (buffer.current() != '>') {
      requireMore("<!");
      buffer.advanceCounting();
    }
    buffer.advance();
  }

  private void skipComment() throws KernelSyntaxException {
    int c = buffer.advanceCounting();
    while (!(c == '-' && buffer.advance() == '-')) {
      requireMore("<!--");
      c = buffer.advanceCounting();
    }
    if (buffer.advance() != '>') {
      throw new KernelSyntaxException("\"--\" stands inside a comment");
    }
    buffer.advance();
  }

  private void requireMore(String beginning) throws KernelSyntaxException {
    if (buffer.current() == 0) {
      throw new KernelSyntaxException("it ends inside '%s'".formatted(beginning));
    }
  }

  private KernelToken token(KernelTag tag) throws KernelSyntaxException {
    int id = KernelToken.NO_ID;
    for (Attribute attribute : tag.attributes()) {
      if (attribute.name().equals("IDREF") && tag.isEmpty()) {
        return KernelToken.of(
            KernelToken.Kind.REFERENCE, KernelScalar.attributeNumber(attribute.value()));
      }
      if (attribute.name().equals("ID")) {
        id = KernelScalar.attributeNumber(attribute.value());
      } else if (attribute.name().startsWith("ID")) {
        throw new KernelSyntaxException(
            "the attribute %s does not go with <%s>".formatted(attribute.name(), tag.name()));
      }
    }
    return switch (tag.name()) {
      case "dict" ->
          container(
              tag, new PlistDict(Map.of()), KernelToken.Kind.DICT, KernelToken.Kind.DICT_END, id);
      case "array" ->
          container(
              tag,
              new PlistArray(List.of()),
              KernelToken.Kind.ARRAY,
              KernelToken.Kind.ARRAY_END,
              id);
      case "set" ->
          container(
              tag, new PlistArray(List.of()), KernelToken.Kind.SET, KernelToken.Kind.SET_END, id);
      case "key" -> key(tag, id);
      case "plist" -> KernelToken.of(KernelToken.Kind.PLIST, id);
      default -> new KernelToken(KernelToken.Kind.SCALAR, scalar(tag), id);
    };
  }

  private static KernelToken container(
      KernelTag tag, PlistValue empty, KernelToken.Kind start, KernelToken.Kind end, int id) {
    return switch (tag.form()) {
      case EMPTY -> new KernelToken(KernelToken.Kind.SCALAR, empty, id);
      case START -> KernelToken.of(start, id);
      case END -> KernelToken.of(end, id);
    };
  }

  private KernelToken key(KernelTag tag, int id) throws KernelSyntaxException {
    if (tag.isEmpty()) {
      throw new KernelSyntaxException("<key/> is not accepted, though <key></key> is");
    }
    return new KernelToken(KernelToken.Kind.KEY, KernelScalar.string(content("key")), id);
  }

  private PlistValue scalar(KernelTag tag) throws KernelSyntaxException {
    String name = tag.name();
    return switch (name) {
      case "string" -> tag.isEmpty() ? new PlistString("") : KernelScalar.string(content(name));
      case "data" -> tag.isEmpty() ? new PlistData(new byte[0]) : KernelData.of(content(name));
      case "integer" -> integer(tag);
      case "true", "false" -> {
        if (!tag.isEmpty()) {
          throw new KernelSyntaxException(
              "<%s> is written otherwise than <%s/>".formatted(name, name));
        }
        yield new PlistBoolean(name.equals("true"));
      }
      default ->
          throw new KernelSyntaxException("the kernel's parser does not know <%s>".formatted(name));
    };
  }

  /** A size of 32 or less cuts the number to 32 bits. */
  private PlistInteger integer(KernelTag tag) throws KernelSyntaxException {
    long value = 0;
    if (!tag.isEmpty()) {
      String digits = buffer.digits();
      end(tag.name());
      value = KernelScalar.number(digits);
    }
    int size = tag.attribute("size").map(KernelScalar::attributeNumber).orElse(Long.SIZE);
    return PlistInteger.of(size <= Integer.SIZE ? (int) value : value);
  }

  /** What stands between a tag, whatever its form, and the end of its element. */
  private byte[] content(String name) throws KernelSyntaxException {
    byte[] content = buffer.upToTag();
    end(name);
    return content;
  }

  private void end(String name) throws KernelSyntaxException {
    if (!buffer.skip('<')) {
      throw new KernelSyntaxException(
          "%s stands where </%s> should".formatted(buffer.currentName(), name));
    }
    if (skipRemark() || !KernelTag.read(buffer).isEndOf(name)) {
      throw new KernelSyntaxException("<%s> holds another tag".formatted(name));
    }
  }
}
