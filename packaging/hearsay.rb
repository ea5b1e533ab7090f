# Homebrew formula; ./release fills in version and checksums.
class Hearsay < Formula
  desc "Who said what, when, according to whom, and where the accounts differ"
  homepage "https://github.com/hearsay-news/hearsay"
  version "@VERSION@"
  license all_of: ["Apache-2.0", "CC-BY-SA-4.0"]

  on_macos do
    on_arm do
      url "https://github.com/hearsay-news/hearsay/releases/download/v@VERSION@/hearsay_@VERSION@_darwin_arm64.tar.gz"
      sha256 "@SHA_darwin_arm64@"
    end
    on_intel do
      url "https://github.com/hearsay-news/hearsay/releases/download/v@VERSION@/hearsay_@VERSION@_darwin_amd64.tar.gz"
      sha256 "@SHA_darwin_amd64@"
    end
  end
  on_linux do
    on_arm do
      url "https://github.com/hearsay-news/hearsay/releases/download/v@VERSION@/hearsay_@VERSION@_linux_arm64.tar.gz"
      sha256 "@SHA_linux_arm64@"
    end
    on_intel do
      url "https://github.com/hearsay-news/hearsay/releases/download/v@VERSION@/hearsay_@VERSION@_linux_amd64.tar.gz"
      sha256 "@SHA_linux_amd64@"
    end
  end

  def install
    bin.install "hearsay"
    man1.install "man/hearsay.1"
    bash_completion.install "completions/hearsay.bash" => "hearsay"
    zsh_completion.install "completions/_hearsay"
    fish_completion.install "completions/hearsay.fish"
  end

  test do
    system bin/"hearsay", "demo", "--once", "--keep", "demo.db"
    assert_match "Marrow", shell_output("#{bin}/hearsay -r demo.db said --by marrow")
  end
end
