package io.github.kextmanager.plist;

/** A value of a property list: one of eight kinds, immutable, equal by value. */
public sealed interface PlistValue
    permits PlistArray,
        PlistBoolean,
        PlistData,
        PlistDate,
        PlistDict,
        PlistInteger,
        PlistReal,
        PlistString {

  /**
   * The name of its kind, for a message.
   *
   * @return the name of the element that holds it in XML, such as {@code dict}; {@code boolean} for
   *     both {@code true} and {@code false}
   */
  String kind();
}
