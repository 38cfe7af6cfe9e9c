package io.github.kextmanager.bundle;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Paths as the URLs that CoreFoundation makes of them. */
public final class FileUrl {
  private FileUrl() {}

  /**
   * The URL of a folder.
   *
   * @param folder an absolute path as seen on the Mac
   * @return such as {@code file:///Library/Extensions/}
   */
  public static String ofFolder(Path folder) {
    return "file://" + escaped(folder) + "/";
  }

  /**
   * A path as it stands in a URL.
   *
   * @param path an absolute path as seen on the Mac
   * @return the path with what may not stand there escaped
   */
  public static String escaped(Path path) {
    try {
      return new URI(null, null, path.toString(), null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("No absolute path: " + path, e);
    }
  }
}
