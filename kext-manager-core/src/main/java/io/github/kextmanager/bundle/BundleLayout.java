package io.github.kextmanager.bundle;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the parts of a bundle are. The first folder that exists decides, whatever is in it
 * (CoreFoundation, CFBundle_Resources.c, _CFBundleGetBundleVersionForURL).
 */
public enum BundleLayout {
  /** The usual one. */
  CONTENTS("Contents", "Contents"),
  /** The oldest one, in which only the resources have a folder. */
  RESOURCES("Resources", ""),
  /** An obsolete one. */
  SUPPORT_FILES("Support Files", "Support Files"),
  /** Everything at the top: many of Apple's own kexts. */
  FLAT("", "");

  private static final Path TOP = Path.of("");
  private static final List<Path> PLUG_INS = List.of(Path.of("PlugIns"), Path.of("Plug-ins"));

  private final Path infoPlistFolder;
  private final Path plugInsParent;

  BundleLayout(String infoPlistFolder, String plugInsParent) {
    this.infoPlistFolder = Path.of(infoPlistFolder);
    this.plugInsParent = Path.of(plugInsParent);
  }

  /**
   * The layout of a bundle.
   *
   * @param layout the layout
   * @param infoPlistFolder the folder of the Info.plist, without links
   */
  record Placed(BundleLayout layout, Path infoPlistFolder) {}

  /**
   * The layout of a bundle.
   *
   * @param bundle the path of the bundle, without links
   * @throws IOException if the bundle cannot be looked into
   */
  static Placed of(Path bundle, RootedFiles files) throws IOException {
    for (BundleLayout layout : List.of(CONTENTS, RESOURCES, SUPPORT_FILES)) {
      Optional<Path> folder = folder(bundle, layout.infoPlistFolder, files);
      if (folder.isPresent()) {
        return new Placed(layout, folder.get());
      }
    }
    return new Placed(FLAT, bundle);
  }

  /**
   * The folder with the Info.plist and what belongs to it, such as {@code _CodeSignature}.
   *
   * @return the folder as seen from the bundle; an empty path for the bundle itself
   */
  public Path supportFolder() {
    return infoPlistFolder;
  }

  /**
   * The folder of the plug-ins, of which two spellings are known.
   *
   * @param bundle the path of a bundle of this layout as seen on the Mac, without links
   * @param files the files of the Mac
   * @return the folder as it is reached from the bundle; empty if there is none
   * @throws IOException if the bundle cannot be looked into
   */
  public Optional<Path> plugIns(Path bundle, RootedFiles files) throws IOException {
    Optional<Path> parent =
        plugInsParent.equals(TOP) ? Optional.of(bundle) : folder(bundle, plugInsParent, files);
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    for (Path name : PLUG_INS) {
      if (folder(parent.get(), name, files).isPresent()) {
        return Optional.of(bundle.resolve(plugInsParent).resolve(name));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a folder could be that of plug-ins, by its name alone.
   *
   * @param name the name of a folder
   * @return true if it is one of the two spellings
   */
  public static boolean canHoldPlugIns(Path name) {
    return PLUG_INS.contains(name);
  }

  private static Optional<Path> folder(Path bundle, Path name, RootedFiles files)
      throws IOException {
    try {
      RootedFiles.Found found = files.find(bundle, name);
      return found.attributes().isDirectory() ? Optional.of(found.path()) : Optional.empty();
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }
}
