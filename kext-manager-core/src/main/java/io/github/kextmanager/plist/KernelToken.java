package io.github.kextmanager.plist;

/**
 * What the grammar of the kernel's parser is made of.
 *
 * @param kind what it is
 * @param value the value of a scalar or a key; meaningless for the others
 * @param id the number of its ID, or of the IDREF that it is; -1 if it has none
 */
record KernelToken(Kind kind, PlistValue value, int id) {
  static final int NO_ID = -1;

  private static final PlistValue NOTHING = new PlistBoolean(false);

  enum Kind {
    SCALAR("a value"),
    KEY("a <key>"),
    DICT("<dict>"),
    DICT_END("</dict>"),
    ARRAY("<array>"),
    ARRAY_END("</array>"),
    SET("<set>"),
    SET_END("</set>"),
    REFERENCE("an IDREF"),
    PLIST("<plist>"),
    END("the end of the file");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  static KernelToken of(Kind kind, int id) {
    return new KernelToken(kind, NOTHING, id);
  }

  KernelSyntaxException outOfPlace() {
    return new KernelSyntaxException(kind.text + " stands where it may not");
  }
}
