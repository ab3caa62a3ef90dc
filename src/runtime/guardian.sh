# Waits for the end of liseuse. Each line says how things stand: `taken` and `given` of the terminal, `file` where to keep what is
# being typed, `words` what that is. When the lines end, it does what a program that was ended by force could not do itself.
# Arguments: what `stty` undoes raw mode with, and what to say.
trap '' HUP INT QUIT TERM TSTP TTIN TTOU
umask 077
exec 3<&1
taken='' file='' words=''
while IFS= read -r line; do
	case $line in
	taken) taken=yes ;;
	given) taken='' ;;
	'file '*) file=${line#file } ;;
	'words '*) words=${line#words } ;;
	esac
done
if [ -n "$words" ]; then
	mkdir -p -- "${file%/*}" && printf '%s\n' "$words" >"$file" && kept='; what was typed is kept'
fi
if [ -n "$taken" ]; then
	# In the order of `give_back`: pasting, the mouse, the other screen, the cursor.
	printf '\033[?2004l\033[?1006l\033[?1015l\033[?1003l\033[?1002l\033[?1000l\033[?1049l\033[?25h'
	# A shell may have the terminal by now, in a mode of its own, which is not ours to change.
	case $(stty -a <&3) in
	*-opost*) stty $1 <&3 ;;
	esac
	printf '%s%s\n' "$2" "${kept-}"
fi
