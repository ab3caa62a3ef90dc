{
  description = "A reading room for press archives, in the terminal";

  inputs.nixpkgs.url = "nixpkgs/nixpkgs-unstable";

  outputs = { self, nixpkgs }:
    let
      systems = [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];
      forAll = f: nixpkgs.lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});
      manifest = (nixpkgs.lib.importTOML ./Cargo.toml).package;
    in
    {
      packages = forAll (pkgs: {
        default = pkgs.rustPlatform.buildRustPackage {
          pname = manifest.name;
          version = manifest.version;
          src = self;
          cargoLock.lockFile = ./Cargo.lock;
          nativeBuildInputs = [ pkgs.installShellFiles ];
          # The tests start the program in terminals and measure nothing of the build.
          doCheck = false;
          postInstall = pkgs.lib.optionalString (pkgs.stdenv.buildPlatform.canExecute pkgs.stdenv.hostPlatform) ''
            $out/bin/liseuse man > liseuse.1
            installManPage liseuse.1
            installShellCompletion --cmd liseuse \
              --bash <($out/bin/liseuse completions bash) \
              --zsh <($out/bin/liseuse completions zsh) \
              --fish <($out/bin/liseuse completions fish)
          '';
          meta = {
            description = manifest.description;
            license = with pkgs.lib.licenses; [ mit asl20 ];
            mainProgram = "liseuse";
          };
        };
      });
      devShells = forAll (pkgs: { default = pkgs.mkShell { packages = with pkgs; [ cargo rustc clippy rustfmt ]; }; });
    };
}
