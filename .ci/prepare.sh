# Sourced by ./try-it and ./run-tests, in the top folder: installs what is missing, configures, builds.
# Plain POSIX sh. Every step does nothing, quickly and without a network, where it has been done.

say() {
	printf '%s\n' "$*" >&2
}

stop() {
	say "$*"
	exit 2
}

# packages_for WHEN...: the packages of the list that are needed then.
packages_for() {
	for when; do
		awk -v when="$when" '$1 !~ /^#/ && $2 == when { print $1 }' .ci/packages.txt
	done
}

# missing_packages PACKAGE...: those of them that are not installed.
missing_packages() {
	for package; do
		case "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" in
		installed) ;;
		*) echo "$package" ;;
		esac
	done
}

# Without dpkg nobody can tell by package names: look for the tools, and let Meson name missing libraries.
require_tools() {
	absent=
	for tool in cc meson ninja pkg-config python3; do
		command -v "$tool" >/dev/null || absent="$absent $tool"
	done
	[ -z "$absent" ] && return
	say "These tools are missing:$absent"
	stop "There is no dpkg here to install them with. Needed, by their Debian names: $(packages_for always | xargs)"
}

# install_packages WHEN...: install what is missing of the packages needed then.
install_packages() {
	if ! command -v dpkg-query >/dev/null; then
		require_tools
		return
	fi
	missing=$(missing_packages $(packages_for "$@"))
	[ -z "$missing" ] && return
	missing=$(echo $missing)
	command -v apt-get >/dev/null || stop "Missing packages: $missing. There is no apt-get here; install them and try again."
	if [ "$(id -u)" = 0 ]; then
		as_root=
	elif command -v sudo >/dev/null; then
		as_root=sudo
	else
		stop "Missing packages: $missing. Install them as root (apt-get install $missing) and try again."
	fi
	say "Installing: $missing"
	mkdir -p build
	if ! { $as_root apt-get -q update &&
		$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qy install $missing; } \
		>build/packages.log 2>&1 </dev/null; then
		tail -n 5 build/packages.log >&2
		stop "Missing packages: $missing. apt-get could not install them (build/packages.log says why)."
	fi
}

# build FOLDER TARGETS MESON-OPTIONS...: configure once, build what has changed.
build() {
	folder=$1
	targets=$2
	shift 2
	mkdir -p build
	if [ ! -f "$folder/build.ninja" ]; then
		say "Configuring $folder"
		rm -rf "$folder"
		if ! meson setup "$folder" "$@" >build/configure.log 2>&1; then
			tail -n 20 build/configure.log >&2
			stop "Could not configure $folder (build/configure.log)."
		fi
	fi
	ninja -C "$folder" -n $targets 2>/dev/null | grep -q 'no work to do' && return
	say "Building $folder"
	if ! ninja -C "$folder" $targets >build/build.log 2>&1; then
		grep -A 8 -E ' error:|FAILED:|ERROR:|undefined reference' build/build.log | head -n 60 >&2
		stop "Could not build $folder (build/build.log)."
	fi
}
