#!/bin/sh
# macOS 上双击
"$(dirname "$0")/banxin" publish
printf '按回车键关闭窗口 '
read -r _
