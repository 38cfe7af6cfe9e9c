package io.github.kextmanager.plist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a property list as {@code IOCFUnserialize} does, which decides up to 10.15 whether a kext
 * can be opened at all (IOKitUser, IOCFUnserialize.yacc and OSKext.c).
 *
 * <p>It is a parser of its own, of less than XML and in places of more: it refuses carriage returns
 * between elements, a byte-order mark, the entity {@code quot}, CDATA, {@code <true />}, {@code
 * <real>} and {@code <date>} wherever they stand; it accepts bytes that are not UTF-8, and does not
 * look behind the end of the root element. What it refuses, macOS calls a syntax error near some
 * line; the reason given here is ours.
 *
 * <p>The limits of {@link PlistReader} hold here too, though Apple's parser has none of the kind.
 */
public final class KernelPlistReader {
  private final KernelPlistLexer lexer;
  private final Map<Integer, Built> remembered = new HashMap<>();
  private int values;

  private KernelPlistReader(KernelPlistLexer lexer) {
    this.lexer = lexer;
  }

  /** A value with what it costs whoever walks it: references can make it large. */
  private record Built(PlistValue value, int values, int height) {}

  /**
   * Reads a property list.
   *
   * @param bytes the whole of it
   * @return its root, or why the parser refuses it
   */
  public static KernelPlist read(byte[] bytes) {
    var lexer = new KernelPlistLexer(bytes);
    try {
      if (bytes.length > PlistReader.MAXIMUM_BYTES) {
        throw new KernelSyntaxException(
            "it has more than %d bytes".formatted(PlistReader.MAXIMUM_BYTES));
      }
      return new KernelPlist.Accepted(new KernelPlistReader(lexer).root());
    } catch (KernelSyntaxException e) {
      return new KernelPlist.Refused(
          "IOCFUnserialize: %s near line %d".formatted(e.complaint(), lexer.line()),
          lexer.line(),
          e.reason());
    }
  }

  private PlistValue root() throws KernelSyntaxException {
    KernelToken first = lexer.next();
    if (first.kind() == KernelToken.Kind.END) {
      throw new KernelSyntaxException(
          KernelSyntaxException.Complaint.UNEXPECTED_END, "there is no element in it");
    }
    return value(first, 1).value();
  }

  private Built value(KernelToken token, int depth) throws KernelSyntaxException {
    int before = values++;
    check(values, depth);
    return switch (token.kind()) {
      case SCALAR -> remember(token, new Built(token.value(), 1, 1));
      case DICT -> remember(token, dict(depth, before));
      case ARRAY -> remember(token, array(KernelToken.Kind.ARRAY_END, depth, before));
      case SET -> remember(token, set(depth, before));
      case REFERENCE -> reference(token, depth);
      default -> throw token.outOfPlace();
    };
  }

  private Built dict(int depth, int before) throws KernelSyntaxException {
    Map<String, PlistValue> entries = new LinkedHashMap<>();
    int height = 1;
    KernelToken token = lexer.next();
    while (token.kind() != KernelToken.Kind.DICT_END) {
      if (token.kind() != KernelToken.Kind.KEY) {
        throw token.outOfPlace();
      }
      var key = (PlistString) remember(token, new Built(token.value(), 1, 1)).value();
      values++;
      Built value = value(lexer.next(), depth + 1);
      entries.put(key.value(), value.value());
      height = Math.max(height, value.height() + 1);
      token = lexer.next();
    }
    return new Built(new PlistDict(entries), values - before, height);
  }

  private Built array(KernelToken.Kind end, int depth, int before) throws KernelSyntaxException {
    List<PlistValue> elements = new ArrayList<>();
    int height = 1;
    for (KernelToken token = lexer.next(); token.kind() != end; token = lexer.next()) {
      Built element = value(token, depth + 1);
      elements.add(element.value());
      height = Math.max(height, element.height() + 1);
    }
    return new Built(new PlistArray(elements), values - before, height);
  }

  /** A set holds what is equal once, and has no kind of its own here. */
  private Built set(int depth, int before) throws KernelSyntaxException {
    Built array = array(KernelToken.Kind.SET_END, depth, before);
    Set<PlistValue> distinct = new LinkedHashSet<>(((PlistArray) array.value()).values());
    return new Built(new PlistArray(List.copyOf(distinct)), array.values(), array.height());
  }

  private Built remember(KernelToken token, Built built) {
    if (token.id() >= 0 && !(built.value() instanceof PlistBoolean)) {
      remembered.put(token.id(), built);
    }
    return built;
  }

  private Built reference(KernelToken token, int depth) throws KernelSyntaxException {
    Built built = remembered.get(token.id());
    if (built == null) {
      throw new KernelSyntaxException(
          KernelSyntaxException.Complaint.FORWARD_REFERENCE,
          "IDREF=\"%d\" refers to nothing that has ended".formatted(token.id()));
    }
    values += built.values() - 1;
    check(values, depth + built.height() - 1);
    return built;
  }

  private static void check(int values, int depth) throws KernelSyntaxException {
    if (depth > PlistReader.MAXIMUM_DEPTH) {
      throw new KernelSyntaxException(
          "values are nested more than %d deep".formatted(PlistReader.MAXIMUM_DEPTH));
    }
    if (values > PlistReader.MAXIMUM_VALUES) {
      throw new KernelSyntaxException(
          "it holds more than %d values".formatted(PlistReader.MAXIMUM_VALUES));
    }
  }
}
