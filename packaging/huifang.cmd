@echo off
rem Opens huifang in a window that is large enough. The new terminal is taken where there is one.
setlocal
cd /d "%~dp0"
where wt.exe >nul 2>nul
if %errorlevel%==0 (
  start "" wt.exe --size 120,36 --title huifang "%~dp0huifang.exe" %*
  exit /b
)
chcp 65001 >nul
mode con: cols=120 lines=36
title huifang
"%~dp0huifang.exe" %*
if errorlevel 1 pause
